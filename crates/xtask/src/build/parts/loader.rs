// SPDX-License-Identifier: AGPL-3.0-or-later
//! Writes the script that fetches parts. It is bundled into the client's own script, so that nothing more is fetched first.

use super::part::{Part, path_of};
use super::shared::{MAIN, MAIN_OF_MERGED};

/// A part is fetched while what it needs is fetched too, and started after it. A failure is not remembered: the next one
/// who asks fetches again.
const HEAD: &str = r#"
const part = (address, needs) => {
  let held;
  const fetchAndStart = async () => {
    const answer = address && fetch(address);
    answer?.catch(() => {});
    await Promise.all(needs.map((need) => need()));
    const main = initSync();
    if (answer) await WebAssembly.instantiateStreaming(answer, { MAIN: main, MERGED: main });
  };
  return () =>
    (held ??= fetchAndStart().catch((error) => {
      held = undefined;
      throw error;
    }));
};

// The client gives a function of its table and a number to call it with, and is told whether the part is here.
const load = (part) => async (callback, data) => {
  let isHere = true;
  try {
    await part();
  } catch (error) {
    isHere = false;
    console.error(error);
  }
  initSync().__indirect_function_table.get(callback)(data, isHere);
};
"#;

pub(super) fn script(client: &str, shared: &[&str], parts: &[Part]) -> String {
    let mut script = format!("import {{ initSync }} from \"./{client}.js\";\n");
    script += &HEAD.replace("MAIN", MAIN).replace("MERGED", MAIN_OF_MERGED);
    // Written out in full: the build replaces each by the name that carries the hash of the file.
    let address = |name: &str| format!("new URL(\"{}\", import.meta.url)", path_of(name));
    for name in shared {
        script += &format!("const shared_{name} = part({}, []);\n", address(name));
    }
    for Part {
        name,
        has_file,
        needs,
    } in parts
    {
        let address = if *has_file {
            address(name)
        } else {
            "null".to_owned()
        };
        let needs: Vec<String> = needs.iter().map(|need| format!("shared_{need}")).collect();
        let needs = needs.join(", ");
        script += &format!("export const __wasm_split_load_{name} = load(part({address}, [{needs}]));\n");
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_names_its_file_and_what_it_needs() {
        let rules = Part {
            name: "rules".to_owned(),
            has_file: true,
            needs: vec!["common".to_owned(), "desk".to_owned()],
        };
        let script = script("client", &["common", "desk"], &[rules]);
        assert!(script.starts_with("import { initSync } from \"./client.js\";\n"));
        assert!(script.contains("{ __wasm_split: main, main: main }"));
        assert!(
            script.contains("shared_desk = part(new URL(\"parts/desk.wasm\", import.meta.url), []);"),
            "{script}"
        );
        assert!(script.contains(
            "export const __wasm_split_load_rules = load(part(new URL(\"parts/rules.wasm\", import.meta.url), \
             [shared_common, shared_desk]));"
        ));
    }
}
