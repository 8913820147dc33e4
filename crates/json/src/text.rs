// SPDX-License-Identifier: AGPL-3.0-or-later
//! Words, numbers, texts and their escapes; values that are gone over without being read.
use crate::{
    error::Unreadable,
    reader::{Outcome, Reader, Whole},
};

impl<'de> Reader<'de> {
    /// A whole number. No type of this workspace has fractions.
    pub(crate) fn whole(&mut self) -> Outcome<Whole> {
        let is_negative = self.peek()? == b'-';
        self.at += usize::from(is_negative);
        let start = self.at;
        let mut number = 0_u64;
        while let Some(digit @ b'0'..=b'9') = self.here() {
            let digit = u64::from(digit - b'0');
            number = number
                .checked_mul(10)
                .and_then(|number| number.checked_add(digit))
                .ok_or(Unreadable)?;
            self.at += 1;
        }
        let n_digits = self.at - start;
        let has_idle_zero = n_digits > 1 && self.bytes[start] == b'0';
        if n_digits == 0 || has_idle_zero || matches!(self.here(), Some(b'.' | b'e' | b'E')) {
            return Err(Unreadable);
        }
        if is_negative {
            // "-0" is a fraction to the general reader, and no type has fractions.
            0_i64
                .checked_sub_unsigned(number)
                .filter(|number| *number < 0)
                .map(Whole::Negative)
                .ok_or(Unreadable)
        } else {
            Ok(Whole::Positive(number))
        }
    }

    /// A text, without its escapes.
    pub(crate) fn text(&mut self) -> Outcome<&str> {
        self.take(b'"')?;
        let start = self.at;
        if !self.find_sign()? {
            return std::str::from_utf8(&self.bytes[start..self.at - 1]).map_err(|_| Unreadable);
        }
        self.unescaped.clear();
        let mut start = start;
        loop {
            let plain = &self.bytes[start..self.at - 1];
            let plain = std::str::from_utf8(plain).map_err(|_| Unreadable)?;
            self.unescaped.push_str(plain);
            if self.bytes[self.at - 1] == b'"' {
                return Ok(&self.unescaped);
            }
            let letter = self.escaped()?;
            self.unescaped.push(letter);
            start = self.at;
            self.find_sign()?;
        }
    }

    /// Goes behind the next quotation mark or escape sign; tells whether it is the latter.
    fn find_sign(&mut self) -> Outcome<bool> {
        let rest = self.bytes.get(self.at..).ok_or(Unreadable)?;
        let sign = rest
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
        let sign = sign.ok_or(Unreadable)?;
        self.at += sign + 1;
        match rest[sign] {
            b'"' => Ok(false),
            b'\\' => Ok(true),
            _ => Err(Unreadable),
        }
    }

    /// What follows an escape sign.
    fn escaped(&mut self) -> Outcome<char> {
        Ok(match self.next()? {
            sign @ (b'"' | b'\\' | b'/') => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let code = if let 0xD800..0xDC00 = unit {
                    // A letter beyond the first 65,536 is written in two halves.
                    if self.next()? != b'\\' || self.next()? != b'u' {
                        return Err(Unreadable);
                    }
                    let low = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400);
                    0x10000 + ((unit - 0xD800) << 10) + low.ok_or(Unreadable)?
                } else {
                    unit
                };
                char::from_u32(code).ok_or(Unreadable)?
            }
            _ => return Err(Unreadable),
        })
    }

    fn unit(&mut self) -> Outcome<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.next()?).to_digit(16).ok_or(Unreadable)?;
            unit = unit * 16 + digit;
        }
        Ok(unit)
    }

    /// The text of a whole value, exactly as it was written.
    pub(crate) fn raw(&mut self) -> Outcome<&'de str> {
        self.skip_blanks();
        let start = self.at;
        self.skip()?;
        std::str::from_utf8(&self.bytes[start..self.at]).map_err(|_| Unreadable)
    }

    /// Goes over a value of any form.
    pub(crate) fn skip(&mut self) -> Outcome {
        match self.peek()? {
            open @ (b'{' | b'[') => {
                let closing = open + 2;
                let mut is_first = true;
                self.open(open)?;
                while self.has_more(closing, &mut is_first)? {
                    if open == b'{' {
                        self.skip_text()?;
                        self.take(b':')?;
                    }
                    self.skip()?;
                }
                self.close(closing)
            }
            b'"' => self.skip_text(),
            b't' | b'f' => self.truth().map(|_| ()),
            b'n' => self.word("null"),
            _ => self.skip_number(),
        }
    }

    fn skip_text(&mut self) -> Outcome {
        self.take(b'"')?;
        while self.find_sign()? {
            self.escaped()?;
        }
        Ok(())
    }

    /// A number may have fractions where a newer version put it.
    fn skip_number(&mut self) -> Outcome {
        if self.here() == Some(b'-') {
            self.at += 1;
        }
        if self.here() == Some(b'0') {
            self.at += 1;
        } else {
            self.skip_digits()?;
        }
        if self.here() == Some(b'.') {
            self.at += 1;
            self.skip_digits()?;
        }
        if let Some(b'e' | b'E') = self.here() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.here() {
                self.at += 1;
            }
            self.skip_digits()?;
        }
        Ok(())
    }

    fn skip_digits(&mut self) -> Outcome {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.here() {
            self.at += 1;
        }
        if self.at == start { Err(Unreadable) } else { Ok(()) }
    }
}
