// SPDX-License-Identifier: AGPL-3.0-or-later
//! The copy as a page that can be read, printed and handed over: without a script, and without anything from elsewhere.
use super::{Entry, Everything, Said, Section};
use soglia_domain::digest::sha256_hex;

const STYLE: &str = include_str!("everything.css");

/// What the page may do: show itself in its own style, and nothing else. Also from a disk, where no server says so.
pub(crate) fn policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(&sha256_hex(STYLE.as_bytes()))
    )
}

/// Hexadecimal digits as base64, as policies name a digest.
fn base64(hex: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    let digits: Vec<u32> = hex.chars().filter_map(|digit| digit.to_digit(16)).collect();
    // Three digits are twelve bits, and twelve bits two letters.
    for three in digits.chunks(3) {
        let bits = three.iter().fold(0, |bits, digit| bits << 4 | digit) << (4 * (3 - three.len()));
        for (shift, needed) in [(6, 1), (0, 2)] {
            if three.len() >= needed {
                text.push(LETTERS[(bits >> shift & 63) as usize].into());
            }
        }
    }
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// A text that is a text, whatever stands in it.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}

/// The page.
pub(crate) fn page(everything: &Everything) -> String {
    let Everything {
        language,
        made,
        title,
        lead,
        review_title,
        review,
        sections,
        ..
    } = everything;
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{}</h1>\n<p>{}</p>\n<p>{}</p>\n",
        escaped(&policy()),
        escaped(title),
        escaped(title),
        escaped(lead),
        escaped(made)
    );
    html.push_str(&format!(
        "<section class=\"review\" aria-labelledby=\"review\">\n<h2 id=\"review\">{}</h2>\n<ul>\n",
        escaped(review_title)
    ));
    for sentence in review {
        html.push_str(&format!("<li>{}</li>\n", escaped(sentence)));
    }
    html.push_str("</ul>\n</section>\n<nav>\n<ul>\n");
    for Section { key, title, .. } in sections {
        html.push_str(&format!(
            "<li><a href=\"#{}\">{}</a></li>\n",
            escaped(key),
            escaped(title)
        ));
    }
    html.push_str("</ul>\n</nav>\n");
    for one in sections {
        section(&mut html, one);
    }
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn section(html: &mut String, section: &Section) {
    let Section {
        key,
        title,
        lead,
        review,
        entries,
    } = section;
    html.push_str(&format!(
        "<section id=\"{}\">\n<h2>{}</h2>\n",
        escaped(key),
        escaped(title)
    ));
    if !lead.is_empty() {
        html.push_str(&format!("<p>{}</p>\n", escaped(lead)));
    }
    if !review.is_empty() {
        html.push_str(&format!("<p class=\"mark\">{}</p>\n", escaped(review)));
    }
    for one in entries {
        entry(html, one);
    }
    html.push_str("</section>\n");
}

fn entry(html: &mut String, entry: &Entry) {
    let Entry {
        title,
        by,
        text,
        said,
    } = entry;
    html.push_str("<div class=\"entry\">\n");
    if !title.is_empty() {
        html.push_str(&format!("<h3>{}</h3>\n", escaped(title)));
    }
    if !by.is_empty() {
        html.push_str(&format!("<p class=\"by\">{}</p>\n", escaped(by)));
    }
    for sentence in text {
        html.push_str(&format!("<p>{}</p>\n", escaped(sentence)));
    }
    list(html, said);
    html.push_str("</div>\n");
}

fn list(html: &mut String, said: &[Said]) {
    if said.is_empty() {
        return;
    }
    html.push_str("<dl>\n");
    for Said {
        name,
        value,
        by,
        parts,
        ..
    } in said
    {
        html.push_str(&format!("<div>\n<dt>{}</dt>\n<dd>", escaped(name)));
        if !value.is_empty() {
            html.push_str(&format!("<span dir=\"auto\">{}</span>", escaped(value)));
        }
        if !by.is_empty() {
            html.push_str(&format!("<span class=\"by\">{}</span>", escaped(by)));
        }
        list(html, parts);
        html.push_str("</dd>\n</div>\n");
    }
    html.push_str("</dl>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_written_as_policies_name_it() {
        let nothing = sha256_hex(b"");
        assert_eq!(base64(&nothing), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert_eq!(base64("616263"), "YWJj");
    }

    #[test]
    fn no_text_becomes_an_element() {
        assert_eq!(
            escaped("<script>'&\"</script>"),
            "&lt;script&gt;&#39;&amp;&quot;&lt;/script&gt;"
        );
    }
}
