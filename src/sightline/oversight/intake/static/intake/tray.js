// Papers dropped anywhere on the page, sent one after the other, so that one that fails stops no other.
const form = document.querySelector("[data-drop]");
const input = form.querySelector("input[type=file]");
const arriving = form.querySelector("[data-arriving]");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const LOOK_EVERY = 3000; // milliseconds between looks at the tray while papers are still being sent
const waiting = [];
let sending = false;
let looked = 0;

function line(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Sending ${file.name}`);
  item.append(name, " ", bar);
  arriving.append(item);
  return { item, bar };
}

function look() {
  looked = Date.now();
  document.body.dispatchEvent(new Event("papers-came"));
}

function failed(item, file, words) {
  item.textContent = `${file.name}: ${words}`;
  item.className = "govuk-error-message";
}

function send(file) {
  const { item, bar } = line(file);
  const data = new FormData();
  data.append("files", file, file.name);
  if (form.elements.is_restricted.checked) data.append("is_restricted", "on");
  const request = new XMLHttpRequest();
  request.open("POST", form.action || location.href);
  request.setRequestHeader("X-CSRFToken", token);
  request.setRequestHeader("Accept", "application/json");
  request.upload.addEventListener("progress", (event) => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
  request.addEventListener("load", () => {
    if (request.status === 201) item.remove();
    else failed(item, file, problem(request));
    next();
  });
  request.addEventListener("error", () => { failed(item, file, "it did not arrive. Check the connection and drop it in again."); next(); });
  request.send(data);
}

function problem(request) {
  try { return JSON.parse(request.responseText).problem; } catch { return "it was not taken. Drop it in again, or tell those who run Sightline."; }
}

function next() {
  sending = waiting.length > 0;
  if (!sending || Date.now() - looked > LOOK_EVERY) look();
  if (sending) send(waiting.shift());
}

function take(files) {
  waiting.push(...files);
  if (!sending && waiting.length) { looked = Date.now(); next(); }
}

form.addEventListener("submit", (event) => {
  if (!input.files.length) return;
  event.preventDefault();
  take([...input.files]);
  input.value = "";
  input.dispatchEvent(new Event("change", { bubbles: true }));
});
const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
document.addEventListener("dragover", (event) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  document.body.classList.add("sl-dropping");
});
document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("sl-dropping"); });
document.addEventListener("drop", (event) => {
  document.body.classList.remove("sl-dropping");
  if (!holdsFiles(event)) return;
  event.preventDefault();
  event.stopPropagation();
  take([...event.dataTransfer.files]);
}, true);
addEventListener("beforeunload", (event) => { if (sending) event.preventDefault(); });
