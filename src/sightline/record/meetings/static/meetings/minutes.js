// Saves the draft as one types. When someone else has saved meanwhile both texts are shown and nothing is overwritten.
const form = document.getElementById("minutes-form");
const box = document.getElementById("text");
const began = document.getElementById("began-from");
const said = document.getElementById("minutes-saved");
const shelf = `sl-minutes-${form.dataset.meeting}`;
const token = form.querySelector("[name='csrfmiddlewaretoken']").value;
const PAUSE = 1500;
let timer = 0;
let savedText = box.value;
let stopped = !document.getElementById("conflict").hidden;
let sending = false;

async function save() {
  if (stopped || sending || box.value === savedText) return;
  const text = box.value;
  sending = true;
  try {
    const answer = await fetch(form.dataset.save, {
      method: "POST",
      headers: { "X-CSRFToken": token, "X-Requested-With": "fetch" },
      body: new URLSearchParams({ text, began_from: began.value }),
      redirect: "error",
    });
    if (!answer.ok) throw new Error("not saved");
    const done = await answer.json();
    if (done.conflict) return conflict(done);
    if (done.refused) { said.textContent = `Not saved. ${done.refused}`; return; }
    began.value = done.revision;
    savedText = text;
    localStorage.removeItem(shelf);
    said.textContent = "Saved";
    if (box.value !== text) later();
  } catch {
    said.textContent = "No connection. Your words are kept in this browser and saved when it is back.";
    later(4000);
  } finally {
    sending = false;
  }
}

function conflict(answer) {
  stopped = true;
  document.getElementById("conflict-words").textContent = answer.conflict;
  document.getElementById("conflict").hidden = false;
  document.getElementById("theirs").hidden = false;
  document.getElementById("theirs-text").textContent = answer.theirs;
  began.value = answer.revision;
  said.textContent = "Not saved: bring the two texts together and press “Save and read”.";
  document.getElementById("conflict").scrollIntoView();
}

function later(pause = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(save, pause);
}

box.addEventListener("input", () => {
  localStorage.setItem(shelf, JSON.stringify({ text: box.value, began: began.value }));
  said.textContent = stopped ? said.textContent : "Writing…";
  later();
});
form.addEventListener("submit", () => { clearTimeout(timer); localStorage.removeItem(shelf); });
window.addEventListener("online", save);

// Words that never reached the server come back; beside the text that was saved meanwhile, when there is another.
const kept = JSON.parse(localStorage.getItem(shelf) ?? "null");
if (kept && kept.text !== box.value && !stopped) {
  const saved = box.value;
  box.value = kept.text;
  if (kept.began === began.value) {
    said.textContent = "Words of yours that had not been saved are back in the box.";
    later();
  } else {
    conflict({ conflict: "Words of yours were not saved before these minutes changed.", theirs: saved, revision: began.value });
  }
}
