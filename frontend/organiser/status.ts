/** Where a screen reader listens for what happened. */

export function status(): HTMLElement {
  const there = document.getElementById("said");
  if (there) return there;
  const made = document.createElement("p");
  made.id = "said";
  made.className = "visually-hidden";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

/** Have something said. */
export function announce(words: string): void {
  status().textContent = words;
}
