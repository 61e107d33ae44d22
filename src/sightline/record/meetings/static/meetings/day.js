// The day by keyboard. Each mark is kept in this browser until the server has it, so a minute without a network loses
// nothing: marks wait in order, the newest for a seat stands, and are sent again every few seconds. Sending twice is safe.
const form = document.getElementById("day-form");
const said = document.getElementById("day-saved");
const counts = document.getElementById("day-counts");
const beside = document.getElementById("beside");
const token = form.querySelector("[name='csrfmiddlewaretoken']").value;
const shelf = `sl-marks-${form.dataset.meeting}`;
const RETRY = 4000;
let waiting = new Map(JSON.parse(localStorage.getItem(shelf) ?? "[]"));
let sending = false;
let lastSeat = null;

const lines = () => [...form.querySelectorAll("[data-line]")];
const lineNamed = (name) => lines().find((line) => line.dataset.line === name);
const off = () => localStorage.getItem("sl-keys") === "off";
const focusLine = (line) => (line?.querySelector("input:checked") ?? line?.querySelector("input[type='radio']"))?.focus();

function keep() {
  if (waiting.size) localStorage.setItem(shelf, JSON.stringify([...waiting]));
  else localStorage.removeItem(shelf);
}

function state(line, sign, words) {
  const place = line?.querySelector("[data-state]");
  if (place) { place.textContent = sign; place.title = words; }
}

function mark(line) {
  const chosen = line.querySelector("input[type='radio']:checked");
  if (!chosen) return;
  waiting.delete(line.dataset.line);
  waiting.set(line.dataset.line, {
    line: line.dataset.line,
    status: chosen.value,
    deputy: line.querySelector("select")?.value ?? "",
    deputy_name: line.querySelector("input[type='text']")?.value ?? "",
  });
  keep();
  state(line, "…", "Waiting to be saved");
  send();
}

async function send() {
  if (sending || !waiting.size) return;
  sending = true;
  try {
    while (waiting.size) {
      const [name, body] = waiting.entries().next().value;
      const answer = await fetch(form.dataset.mark, {
        method: "POST",
        headers: { "X-CSRFToken": token, "X-Requested-With": "fetch" },
        body: new URLSearchParams(body),
        redirect: "error",
      });
      if (answer.status === 403 || answer.status === 404) {
        said.textContent = "Not saved: you may no longer change this meeting. The marks are kept in this browser.";
        return;
      }
      if (!answer.ok) throw new Error("not saved");
      settle(name, body, await answer.json());
    }
  } catch {
    said.textContent = `No connection, or you are signed out. ${waiting.size} not saved yet: kept in this browser and sent again.`;
    setTimeout(send, RETRY);
  } finally {
    sending = false;
  }
}

function settle(name, body, answer) {
  if (waiting.get(name) === body) waiting.delete(name);
  keep();
  const line = lineNamed(name);
  if (answer.refused) {
    said.textContent = answer.refused;
    state(line, "!", answer.refused);
    return;
  }
  counts.textContent = answer.counts;
  state(line, "✓", "Saved");
  if (!waiting.size) said.textContent = "All saved";
}

function openDeputy(line) {
  const place = line.querySelector("[data-deputy]");
  const chosen = line.querySelector("input[type='radio']:checked");
  place?.toggleAttribute("data-open", chosen?.value === "deputy");
  return chosen?.value === "deputy" ? place?.querySelector("select, input") : null;
}

function step(line, by) {
  const all = lines();
  focusLine(all[Math.min(Math.max(all.indexOf(line) + by, 0), all.length - 1)]);
}

form.addEventListener("change", (event) => {
  const line = event.target.closest("[data-line]");
  if (!line) return;
  openDeputy(line);
  mark(line);
});

form.addEventListener("focusin", (event) => { lastSeat = event.target.closest("[data-line]") ?? lastSeat; });

form.addEventListener("keydown", (event) => {
  const line = event.target.closest("[data-line]");
  if (!line || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.type !== "radio") {
    if (event.key === "Enter") { event.preventDefault(); mark(line); step(line, 1); }
    if (event.key === "Escape") { event.preventDefault(); focusLine(line); }
    return;
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(line, event.key === "ArrowDown" ? 1 : -1);
    return;
  }
  if (off()) return;
  const radio = line.querySelector(`input[data-key='${CSS.escape(event.key.toLowerCase())}']`);
  if (!radio) return;
  event.preventDefault();
  event.stopPropagation();
  radio.checked = true;
  mark(line);
  const deputy = openDeputy(line);
  if (deputy) deputy.focus();
  else step(line, 1);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, select, input:not([type='radio'])");
  if (event.key === "Escape" && typing && beside.contains(event.target)) { focusLine(lastSeat ?? lines()[0]); return; }
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && beside.contains(event.target)) {
    event.preventDefault();
    event.target.closest("form").requestSubmit();
    return;
  }
  if (off() || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "n") { event.preventDefault(); beside.querySelector("[data-beside='decision'] textarea").focus(); }
  if (event.key === "t") { event.preventDefault(); beside.querySelector("[data-beside='action'] textarea").focus(); }
  if (event.key === "g") {
    event.preventDefault();
    const guest = document.getElementById("guest");
    guest.open = true;
    guest.querySelector("input:not([type='hidden'])").focus();
  }
});

// Decisions and actions: sent without leaving the page; what could not be sent stays in its form.
beside.addEventListener("submit", async (event) => {
  const sent = event.target.closest("[data-beside]");
  if (!sent) return;
  event.preventDefault();
  const kind = sent.dataset.beside;
  try {
    const answer = await fetch(sent.action, {
      method: "POST",
      headers: { "X-CSRFToken": token, "X-Requested-With": "fetch" },
      body: new FormData(sent),
      redirect: "error",
    });
    if (!answer.ok) throw new Error("not saved");
    beside.innerHTML = await answer.text();
    const wrong = beside.querySelector(".govuk-error-message");
    said.textContent = wrong ? "Not saved: see the words in red." : `The ${kind} is recorded.`;
    (wrong ? beside.querySelector(".govuk-input--error, .govuk-textarea--error, .govuk-select--error") : null)?.focus();
    if (!wrong) focusLine(lastSeat ?? lines()[0]);
  } catch {
    said.textContent = `No connection: the ${kind} is not saved yet. Your words stay here; save again when it is back.`;
  }
});

// Marks that wait in this browser from before show as they were typed.
for (const [name, body] of waiting) {
  const line = lineNamed(name);
  const radio = line && [...line.querySelectorAll("input[type='radio']")].find((one) => one.value === body.status);
  if (radio) { radio.checked = true; state(line, "…", "Waiting to be saved"); }
}
lines().forEach(openDeputy);
document.getElementById("day-save")?.classList.add("govuk-button--secondary");
window.addEventListener("online", send);
send();
