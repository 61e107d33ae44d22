// The agenda by keyboard: with an item in focus u and d move it, n goes to the form. Buttons do the same without script.
const off = () => localStorage.getItem("sl-keys") === "off";

document.addEventListener("keydown", (event) => {
  if (off() || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "n") {
    event.preventDefault();
    document.querySelector(".meeting-add input:not([type='hidden'])").focus();
  }
  const item = event.target.closest(".meeting-agenda--building li");
  const move = { u: "up", d: "down" }[event.key];
  const button = item && move && item.querySelector(`button[value='${move}']`);
  if (button) { event.preventDefault(); button.click(); }
});

const target = location.hash && document.querySelector(location.hash);
if (target) (target.querySelector("a") ?? document.querySelector(".meeting-add input:not([type='hidden'])"))?.focus();
