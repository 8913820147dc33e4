// SPDX-License-Identifier: AGPL-3.0-or-later
//! Numbers in as few bytes as they need: seven bits a byte, the last one without its highest bit.

pub(crate) fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Small numbers stay small whatever their sign.
pub(crate) fn put_signed(bytes: &mut Vec<u8>, number: i32) {
    put(bytes, (number << 1 ^ number >> 31) as u32);
}

/// Reads what was put, as far as there is anything.
pub(crate) struct Bytes<'a>(pub(crate) &'a [u8]);

impl<'a> Bytes<'a> {
    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn signed(&mut self) -> Option<i32> {
        let number = self.number()?;
        Some((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    /// How many of something follow, of which each takes at least a byte: more than there are bytes is no number of them.
    pub(crate) fn count(&mut self) -> Option<usize> {
        let n = self.number()? as usize;
        (n <= self.0.len()).then_some(n)
    }

    pub(crate) fn text(&mut self) -> Option<&'a str> {
        let n = self.count()?;
        let (text, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        std::str::from_utf8(text).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_back_as_they_were(number: u32, signed: i32) {
            let mut bytes = Vec::new();
            put(&mut bytes, number);
            put_signed(&mut bytes, signed);
            let mut read = Bytes(&bytes);
            prop_assert_eq!(read.number(), Some(number));
            prop_assert_eq!(read.signed(), Some(signed));
            prop_assert_eq!(read.number(), None);
        }
    }

    #[test]
    fn small_steps_take_one_byte() {
        for step in [-64, -1, 0, 63] {
            let mut bytes = Vec::new();
            put_signed(&mut bytes, step);
            assert_eq!(bytes.len(), 1, "{step}");
        }
    }
}
