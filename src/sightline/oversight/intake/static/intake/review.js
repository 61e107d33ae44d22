// One keystroke for one word; the paper and the proposals move together.
const root = document.querySelector("[data-review]");
const wide = matchMedia("(min-width: 61rem)");
const pane = document.getElementById("pane");
const column = root.querySelector(".sl-review__paper");
let shown = Number(root.querySelector(".sl-pages [aria-current]")?.dataset.page ?? 1);
let last = null;
let busy = false; // a word is on its way: keys typed meanwhile wait for the answer
const typed = [];
const cards = () => [...root.querySelectorAll("[data-proposal]")];
const active = () => root.querySelector(".sl-card.is-active");
const keysOff = () => document.documentElement.dataset.keys === "off" || localStorage.getItem("sl-keys") === "off";
const typing = (element) => element.closest("input, textarea, select, [contenteditable='true']");

async function turnTo(number) {
  if (number === shown) return;
  const show = new URLSearchParams(location.search).get("show");
  const answer = await fetch(`${root.dataset.pane}${number}${show ? `?show=${show}` : ""}`, { headers: { "HX-Request": "true" } });
  if (!answer.ok) return;
  pane.innerHTML = await answer.text();
  shown = number;
  for (const link of root.querySelectorAll(".sl-pages a")) {
    if (Number(link.dataset.page) === number) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function light(id) {
  for (const lit of pane.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  const marks = [...pane.querySelectorAll("[data-marks]")].filter((mark) => mark.dataset.marks.split(" ").includes(id));
  for (const mark of marks) mark.classList.add("is-lit");
  if (!marks.length) return;
  const place = marks[0].getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  if (column.scrollHeight > column.clientHeight && (place.top < frame.top + 40 || place.bottom > frame.bottom - 40)) {
    column.scrollTop += place.top - frame.top - column.clientHeight / 3;
  }
}

async function go(card, focus = true, scroll = true) {
  if (!card) return;
  active()?.classList.remove("is-active");
  card.classList.add("is-active");
  if (focus) card.focus({ preventScroll: true });
  if (focus && wide.matches) root.scrollIntoView({ block: "start" }); // paper and proposals fill the window
  if (scroll) card.scrollIntoView({ block: "nearest" });
  await turnTo(Number(card.dataset.page));
  light(card.dataset.proposal);
}

function step(by) {
  const all = cards();
  const here = all.indexOf(active());
  go(all[Math.min(Math.max(here + by, 0), all.length - 1)]);
}

function nextOpen(after) {
  const all = cards();
  const here = all.indexOf(after);
  return all.slice(here + 1).find((card) => "open" in card.dataset) ?? all.find((card) => "open" in card.dataset);
}

function say(word) {
  const card = active();
  const button = card?.querySelector(`[data-word="${word}"]`);
  if (button) button.click();
}

function takeLastBack() {
  const card = last && document.getElementById(last);
  if (!card) return say("back");
  go(card).then(() => say("back"));
}

const KEYS = {
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  a: () => say("accept"), c: () => say("correct"), r: () => say("refuse"), u: takeLastBack,
  A: () => document.querySelector(`[data-all="${active()?.dataset.kind}"]`)?.click(),
};

document.addEventListener("keydown", (event) => {
  if (keysOff() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  const deed = KEYS[event.key];
  if (!deed) return;
  event.preventDefault();
  if (busy) typed.push(deed); else deed();
});
document.addEventListener("htmx:beforeRequest", () => { busy = true; });
for (const failed of ["htmx:responseError", "htmx:sendError"]) {
  document.addEventListener(failed, () => { busy = false; typed.length = 0; });
}
root.addEventListener("focusin", (event) => {
  const card = event.target.closest("[data-proposal]");
  if (card && card !== active()) go(card, false);
});
root.addEventListener("click", (event) => {
  const show = event.target.closest("[data-show]");
  const page = event.target.closest(".sl-pages a");
  const mark = event.target.closest("[data-marks]");
  if (show) { event.preventDefault(); go(show.closest("[data-proposal]")); }
  if (page) { event.preventDefault(); turnTo(Number(page.dataset.page)); }
  if (mark) go(document.getElementById(`p${mark.dataset.marks.split(" ").at(-1)}`));
});
// An answer that the person changed may hold for other cards too: the page is then drawn anew.
root.addEventListener("change", (event) => {
  const form = event.target.name?.startsWith("answer-") && event.target.form;
  if (!form || form.elements["answer-changed"]) return;
  const changed = document.createElement("input");
  Object.assign(changed, { type: "hidden", name: "answer-changed", value: "yes" });
  form.append(changed);
});
// A word was said and its card drawn anew: on to the next, unless the card says what is wrong or waits for a correction.
document.addEventListener("htmx:afterSettle", async (event) => {
  const card = event.detail.elt.closest?.("[data-proposal]");
  if (!card) return;
  busy = false;
  if ("open" in card.dataset) {
    await go(card);
    card.querySelector(".sl-card__inputs :is(input, textarea, select)")?.focus();
  } else {
    last = card.id;
    await go(nextOpen(card) ?? card);
  }
  while (typed.length && !busy) typed.shift()();
});
const first = active();
if (first) go(first, false, Boolean(location.hash));
