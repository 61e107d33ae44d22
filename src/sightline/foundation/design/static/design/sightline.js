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
  document.addEventListener("htmx:afterSettle", (event) => initAll({ scope: event.detail.elt }));
}

keyboardHelp();
menus();
htmxToken();
