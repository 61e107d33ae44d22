// One keystroke for one word; the paper and the proposals move together.
const root = document.querySelector("[data-review]");
const pane = document.getElementById("pane");
const column = root.querySelector(".sl-review__paper");
let shown = Number(root.querySelector(".sl-pages [aria-current]")?.dataset.page ?? 1);
let last = null;
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
  if (deed) { event.preventDefault(); deed(); }
});
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
// A word was said and its card drawn anew: on to the next, unless the card says what is wrong or waits for a correction.
document.addEventListener("htmx:afterSettle", (event) => {
  const card = event.detail.elt.closest?.("[data-proposal]");
  if (!card) return;
  if ("open" in card.dataset) {
    go(card);
    card.querySelector(".sl-card__inputs input, .sl-card__inputs textarea, .sl-card__inputs select")?.focus();
    return;
  }
  last = card.id;
  const next = nextOpen(card);
  if (next) go(next); else { go(card); }
});
const first = active();
if (first) go(first, false, Boolean(location.hash));
