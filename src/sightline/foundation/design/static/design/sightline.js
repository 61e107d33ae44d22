// Small enhancements; every page works without them.
const script = document.querySelector("script[data-govuk]");
document.body.classList.add("js-enabled", "govuk-frontend-supported");
const { initAll } = await import(script.dataset.govuk);
initAll();

const keysOff = () => localStorage.getItem("sl-keys") === "off";
const typing = (element) => element.closest("input, textarea, select, [contenteditable='true']");
const apply = () => { document.documentElement.dataset.keys = keysOff() ? "off" : "on"; };

function keyboardHelp() {
  const dialog = document.getElementById("sl-keys");
  if (!dialog) return;
  apply();
  const box = document.getElementById("sl-keys-off");
  box.checked = keysOff();
  box.addEventListener("change", () => { localStorage.setItem("sl-keys", box.checked ? "off" : "on"); apply(); });
  for (const button of document.querySelectorAll("[data-opens='sl-keys']")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (keysOff() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") { event.preventDefault(); dialog.showModal(); }
    const search = document.getElementById("sl-search");
    if (event.key === "/" && search) { event.preventDefault(); search.focus(); }
  });
}

function menus() {
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest?.(".sl-menu[open]");
    if (open) { open.open = false; open.querySelector("summary").focus(); }
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".sl-menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
}

function htmxToken() {
  const token = document.querySelector("meta[name='csrf-token']");
  if (!token) return;
  document.addEventListener("htmx:configRequest", (event) => { event.detail.headers["X-CSRFToken"] = token.content; });
  document.addEventListener("htmx:afterSettle", (event) => {
    initAll({ scope: event.detail.elt });
    enhance(event.detail.elt);
  });
}

// A long select becomes a box to type in, with the select underneath as what is sent.
function searchable(select) {
  const id = select.id;
  const wrap = document.createElement("div");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const said = document.createElement("div");
  wrap.className = "sl-pick";
  select.before(wrap);
  wrap.append(input, list, said, select);
  select.id = `${id}-select`;
  select.hidden = true;
  const attributes = { id, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-list` };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.className = select.className.replaceAll("govuk-select", "govuk-input");
  if (select.hasAttribute("aria-describedby")) input.setAttribute("aria-describedby", select.getAttribute("aria-describedby"));
  list.className = "sl-pick__list";
  list.id = `${id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", document.querySelector(`label[for="${id}"]`)?.textContent.trim() ?? "Choices");
  said.className = "govuk-visually-hidden";
  said.setAttribute("role", "status");
  const chosenText = () => (select.value === "" ? "" : select.selectedOptions[0]?.text ?? "");
  let shown = [];
  let at = -1;
  input.value = chosenText();

  function close() {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function point(place) {
    at = place;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
    const item = list.children[at];
    if (!item) return;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }
  function choose(option) {
    select.value = option.value;
    input.value = chosenText();
    select.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  }
  function open(words) {
    const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
    shown = [...select.options].filter((option) => option.value !== "" && parts.every((part) => option.text.toLowerCase().includes(part)));
    list.replaceChildren(...shown.map((option, number) => {
      const item = document.createElement("li");
      item.id = `${id}-option-${number}`;
      item.textContent = option.text;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(option); });
      return item;
    }));
    if (!shown.length) {
      const none = document.createElement("li");
      none.className = "sl-pick__none";
      none.textContent = "Nothing matches";
      none.setAttribute("role", "option");
      none.setAttribute("aria-disabled", "true");
      list.append(none);
    }
    said.textContent = shown.length === 1 ? "1 choice" : `${shown.length} choices`;
    at = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
  }

  input.addEventListener("input", () => open(input.value));
  input.addEventListener("click", () => { if (list.hidden) open(""); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (shown.length) point(at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      const option = at >= 0 ? shown[at] : shown.length === 1 ? shown[0] : null;
      if (option) choose(option);
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      input.value = chosenText();
      close();
    }
  });
  input.addEventListener("blur", () => {
    const blank = [...select.options].find((option) => option.value === "");
    const same = [...select.options].find((option) => option.text.toLowerCase() === input.value.trim().toLowerCase());
    if (same) select.value = same.value;
    else if (!input.value.trim() && blank) select.value = "";
    input.value = chosenText();
    close();
  });
}

// Words that belong to a small mark show on hover and on focus, stay while pointed at, and go with Escape.
function tips() {
  const tip = document.createElement("div");
  tip.className = "sl-tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // the same words are in the mark for screen readers
  document.body.append(tip);
  let leaving = 0;
  const hide = () => { tip.hidden = true; };
  function show(mark) {
    clearTimeout(leaving);
    tip.textContent = mark.dataset.said;
    tip.hidden = false;
    const box = mark.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = `${Math.max(8, left) + scrollX}px`;
    tip.style.top = `${box.bottom + 6 + scrollY}px`;
  }
  const marked = (event) => event.target.closest?.("[data-said]");
  document.addEventListener("mouseover", (event) => { const mark = marked(event); if (mark) show(mark); else if (event.target !== tip) leaving = setTimeout(hide, 150); else clearTimeout(leaving); });
  document.addEventListener("focusin", (event) => { const mark = marked(event); if (mark) show(mark); else hide(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}

// Words that may not be kept are said while they are typed; the form says the same when it is sent.
function guarded(area) {
  const said = document.createElement("p");
  said.className = "sl-guarded";
  said.id = `${area.id}-guarded`;
  said.setAttribute("role", "status");
  area.after(said);
  area.setAttribute("aria-describedby", `${area.getAttribute("aria-describedby") ?? ""} ${said.id}`.trim());
  let waiting = 0;
  let asked = 0;
  async function check() {
    const mine = ++asked;
    try {
      const answer = await fetch(script.dataset.words, { method: "POST", body: new URLSearchParams({ words: area.value }) });
      if (answer.ok && mine === asked) said.textContent = (await answer.json()).said;
    } catch { /* no network: the form checks when it is sent */ }
  }
  area.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(check, 500); });
}

function enhance(place) {
  for (const area of place.querySelectorAll("[data-guarded]")) guarded(area);
  for (const select of place.querySelectorAll("select[data-searchable]:not([hidden])")) searchable(select);
}

keyboardHelp();
tips();
enhance(document);
menus();
htmxToken();
