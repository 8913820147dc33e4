// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the page of shared links. The build writes the hashed names of both files in here.

// An import in the head of this file would fail without a word; this way the person is told what to do.
import("/soglia-share.js")
  .then((page) => page.default({ module_or_path: "/soglia-share_bg.wasm" }))
  .catch((error) => {
    console.error(error);
    const boot = document.getElementById("boot");
    if (!boot) return;
    boot.setAttribute("role", "alert");
    const italian = document.createElement("p");
    italian.textContent =
      "Questa pagina non si è aperta. Controllare la connessione e ricaricare; se non basta, aggiornare il browser.";
    const english = document.createElement("p");
    english.lang = "en";
    english.textContent =
      "This page did not open. Check the connection and reload; if that is not enough, update the browser.";
    boot.replaceChildren(italian, english);
  });
