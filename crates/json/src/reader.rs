// SPDX-License-Identifier: AGPL-3.0-or-later
//! The way through a text, sign by sign.
use crate::error::Unreadable;

/// Lists and objects inside one another; records have six.
const DEEPEST: u8 = 100;

/// A place in a text.
pub(crate) struct Reader<'de> {
    pub(crate) bytes: &'de [u8],
    pub(crate) at: usize,
    /// Lists and objects that are open: a text that opens them without end must not use up the stack.
    pub(crate) depth: u8,
    /// The last text that was written with escapes, without them.
    pub(crate) unescaped: String,
}

pub(crate) type Outcome<T = ()> = Result<T, Unreadable>;

/// A number as far as the types of this workspace have any: whole.
pub(crate) enum Whole {
    Positive(u64),
    Negative(i64),
}

impl<'de> Reader<'de> {
    pub(crate) const fn of(bytes: &'de [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            depth: 0,
            unescaped: String::new(),
        }
    }

    pub(crate) fn here(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(crate) fn next(&mut self) -> Outcome<u8> {
        let byte = self.here().ok_or(Unreadable)?;
        self.at += 1;
        Ok(byte)
    }

    pub(crate) fn skip_blanks(&mut self) {
        while matches!(self.here(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// The first byte of what comes next.
    pub(crate) fn peek(&mut self) -> Outcome<u8> {
        self.skip_blanks();
        self.here().ok_or(Unreadable)
    }

    pub(crate) fn take(&mut self, wanted: u8) -> Outcome {
        if self.peek()? != wanted {
            return Err(Unreadable);
        }
        self.at += 1;
        Ok(())
    }

    /// Nothing but blanks may follow the value.
    pub(crate) fn end(&mut self) -> Outcome {
        self.skip_blanks();
        if self.here().is_some() {
            return Err(Unreadable);
        }
        Ok(())
    }

    pub(crate) fn open(&mut self, sign: u8) -> Outcome {
        self.take(sign)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Unreadable);
        }
        Ok(())
    }

    pub(crate) fn close(&mut self, sign: u8) -> Outcome {
        self.depth -= 1;
        self.take(sign)
    }

    /// Whether another item stands before the closing sign, which is left where it is.
    pub(crate) fn has_more(&mut self, closing: u8, is_first: &mut bool) -> Outcome<bool> {
        if self.peek()? == closing {
            return Ok(false);
        }
        if !std::mem::take(is_first) {
            self.take(b',')?;
            // A comma promises another item.
            if self.peek()? == closing {
                return Err(Unreadable);
            }
        }
        Ok(true)
    }

    pub(crate) fn expect_key(&mut self) -> Outcome {
        if self.peek()? == b'"' {
            Ok(())
        } else {
            Err(Unreadable)
        }
    }

    pub(crate) fn word(&mut self, word: &str) -> Outcome {
        self.skip_blanks();
        if !self.bytes[self.at..].starts_with(word.as_bytes()) {
            return Err(Unreadable);
        }
        self.at += word.len();
        Ok(())
    }

    pub(crate) fn truth(&mut self) -> Outcome<bool> {
        let is_true = self.peek()? == b't';
        self.word(if is_true { "true" } else { "false" })?;
        Ok(is_true)
    }
}
