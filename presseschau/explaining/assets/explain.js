// Both sides find each other: pointing at a block lights it up in the original, and a click brings it into view.
"use strict";
const frame = document.querySelector("iframe");
const inFrame = (number) => frame.contentDocument.querySelectorAll(`[data-block="${number}"]`);
let lit = null;

function light(number) {
  if (number === lit) return;
  for (const part of lit ? inFrame(lit) : []) part.classList.remove("presseschau-lit");
  for (const part of number ? inFrame(number) : []) part.classList.add("presseschau-lit");
  document.querySelector(".block.lit")?.classList.remove("lit");
  lit = number;
  if (number) document.getElementById(`block-${number}`)?.classList.add("lit");
}

// scrollIntoView would move the page around the frame, too.
function show(part) {
  if (!part) return;
  const view = frame.contentDocument.scrollingElement;
  view.scrollTop += part.getBoundingClientRect().top - frame.clientHeight / 3;
}

const numberOf = (target) => target.closest?.("[data-block]")?.dataset.block ?? null;

function join() {
  document.documentElement.classList.add("joined");
  const original = frame.contentDocument;
  const list = document.querySelector(".right");
  list.addEventListener("pointerover", (event) => light(numberOf(event.target)));
  list.addEventListener("focusin", (event) => light(numberOf(event.target)));
  list.addEventListener("click", (event) => {
    const number = numberOf(event.target);
    if (number && !event.target.closest("summary")) show(inFrame(number)[0]);
  });
  original.addEventListener("pointerover", (event) => light(numberOf(event.target)));
  original.addEventListener("click", (event) => {
    const number = numberOf(event.target);
    const block = number && document.getElementById(`block-${number}`);
    if (!block) return;
    event.preventDefault();
    for (let around = block.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    block.scrollIntoView({ block: "center" });
    light(number);
  });
  show(inFrame(document.querySelector(".block.kept")?.dataset.block)[0]);
}

if (frame.contentDocument?.readyState === "complete" && frame.contentDocument.querySelector("style")) join();
else frame.addEventListener("load", join);
