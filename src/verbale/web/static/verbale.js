// All of the reader's script. Every page works without it; it only makes some things quicker.
"use strict";

// Light or dark, before anything is painted. Nothing is kept but this word, and only in this browser.
const kept = (() => { try { return localStorage.getItem("theme"); } catch { return null; } })();
if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchTheme(button) {
  const theme = dark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem("theme", theme); } catch { /* not kept */ }
  label(button);
}

function label(button) {
  button.textContent = dark() ? "Light" : "Dark";
  button.setAttribute("aria-label", dark() ? "Show light pages" : "Show dark pages");
}

// A statement's words and its note light up together, by pointer and by focus.
function light(target, on) {
  const marked = target.closest && target.closest("[data-n]");
  if (!marked) return;
  const numbers = marked.dataset.n.split(" ");
  const number = numbers[numbers.length - 1];
  for (const other of document.querySelectorAll("[data-n]"))
    if (other.dataset.n.split(" ").includes(number)) other.classList.toggle("lit", on);
}

async function copy(button) {
  const words = document.getElementById(button.dataset.copy).textContent;
  try { await navigator.clipboard.writeText(words); button.textContent = "Copied"; }
  catch { getSelection().selectAllChildren(document.getElementById(button.dataset.copy)); }
}

// A picture as PNG, drawn in the browser from the SVG file.
function savePng(button) {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement("canvas");
    const scale = 2;
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = document.createElement("a");
    link.download = button.dataset.name;
    link.href = canvas.toDataURL("image/png");
    link.click();
  };
  image.src = button.dataset.png;
}

// Keys: / searches, j and k go from statement to statement.
function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  if (event.key === "/") {
    const field = document.querySelector("input[type=search]");
    if (field) { field.focus(); field.select(); event.preventDefault(); }
  } else if (event.key === "j" || event.key === "k") {
    const stops = [...document.querySelectorAll("a.at, .row .content a")];
    const at = stops.indexOf(document.activeElement);
    const next = stops[event.key === "j" ? at + 1 : at - 1];
    if (next) { next.focus(); next.scrollIntoView({ block: "center" }); event.preventDefault(); }
  }
}

document.addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    button.hidden = false;
    label(button);
    button.addEventListener("click", () => switchTheme(button));
  }
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  for (const button of document.querySelectorAll("[data-png]")) {
    button.hidden = false;
    button.addEventListener("click", () => savePng(button));
  }
  for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]])
    document.addEventListener(kind, (event) => light(event.target, on));
  document.addEventListener("keydown", key);
});
