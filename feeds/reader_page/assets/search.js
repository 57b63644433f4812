// Search in topics and newest articles: shows the form, loads the index when it is first used.
"use strict";

const form = document.getElementById("search");
const query = document.getElementById("query");
const found = document.getElementById("found");
const results = document.getElementById("results");
const MOST = 50;
let entries;

// Letters without their marks, so that "grosse" finds "Größe".
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");

async function load() {
  entries ??= fetch("search.json").then((answer) => answer.json()).then((list) =>
    list.map(([title, url, note]) => ({ title, url, note, folded: fold(title) })));
  return entries;
}

async function search() {
  const words = fold(query.value).split(/\s+/).filter(Boolean);
  const list = await load();
  const hits = words.length ? list.filter((entry) => words.every((word) => entry.folded.includes(word))) : [];
  results.replaceChildren(...hits.slice(0, MOST).map(({ title, url, note }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const small = document.createElement("time");
    link.href = url;
    link.textContent = title;
    small.textContent = note;
    item.append(link, small);
    return item;
  }));
  found.textContent = !words.length ? "" : hits.length ? `${hits.length} ${found.dataset.count}` : found.dataset.none;
}

form.hidden = false;
form.addEventListener("submit", (event) => event.preventDefault());
query.addEventListener("input", search);
query.value = new URLSearchParams(location.search).get("q") ?? "";
if (query.value) search();
