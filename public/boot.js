// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the application. The build writes the hashed names of both files in here.

// An import in the head of this file would fail without a word; this way the person is told what to do.
import("/soglia-client.js")
  .then((client) => client.default({ module_or_path: "/soglia-client_bg.wasm" }))
  .catch((error) => {
    console.error(error);
    const boot = document.getElementById("boot");
    if (!boot) return;
    boot.setAttribute("role", "alert");
    const italian = document.createElement("p");
    italian.textContent =
      "Soglia non si è aperta. Controlla la connessione e ricarica la pagina; se non basta, aggiorna il browser. " +
      "Quello che hai salvato su questo dispositivo è ancora qui.";
    const english = document.createElement("p");
    english.lang = "en";
    english.textContent =
      "Soglia did not open. Check the connection and reload the page; if that is not enough, update the browser. " +
      "What you saved on this device is still here.";
    boot.replaceChildren(italian, english);
  });
