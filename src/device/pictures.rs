// SPDX-License-Identifier: AGPL-3.0-or-later
//! A photo as it comes from a camera becomes one that travels: turned upright, scaled down, drawn anew. Nothing but the
//! picture itself is drawn, so place, time and camera stay behind.
use js_sys::{Promise, Reflect, Uint8Array};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap,
    ImageBitmapOptions, Path2d, Url,
};

/// Pixels of the longer side at most.
const MOST_PIXELS: u32 = 2_048;

/// Larger files are no photos of a camera.
const MOST_FILE_BYTES: f64 = 60_000_000.0;

/// How faithful the picture stays: beyond this files grow and nobody sees why.
const QUALITY: f64 = 0.85;

/// The kind of image that is made.
pub const MADE: &str = "image/jpeg";

/// Why a file did not become a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureTrouble {
    /// There is nothing in it.
    Empty,
    /// It is larger than any photo.
    TooLarge,
    /// This browser cannot read photos of that kind.
    Heic,
    /// It is no image, or a broken one.
    NotAnImage,
}

/// The picture in a file, upright and scaled down, as a JPEG without anything beside the picture.
///
/// # Errors
/// [`PictureTrouble`] says what is the matter with the file.
pub async fn prepare(file: &File) -> Result<Vec<u8>, PictureTrouble> {
    if file.size() == 0.0 {
        return Err(PictureTrouble::Empty);
    }
    if file.size() > MOST_FILE_BYTES {
        return Err(PictureTrouble::TooLarge);
    }
    let drawn = draw(file).await;
    drawn.map_err(|_| {
        let name = file.name().to_lowercase();
        let is_heic = file.type_().contains("hei") || name.ends_with(".heic") || name.ends_with(".heif");
        if is_heic {
            PictureTrouble::Heic
        } else {
            PictureTrouble::NotAnImage
        }
    })
}

async fn draw(file: &File) -> Result<Vec<u8>, JsValue> {
    let options = ImageBitmapOptions::new();
    Reflect::set(&options, &"imageOrientation".into(), &"from-image".into())?;
    let bitmap = window().create_image_bitmap_with_blob_and_image_bitmap_options(file, &options)?;
    let bitmap: ImageBitmap = JsFuture::from(bitmap).await?.unchecked_into();
    let (width, height) = scaled(bitmap.width(), bitmap.height());
    let (canvas, context) = white((width, height))?;
    Reflect::set(&context, &"imageSmoothingQuality".into(), &"high".into())?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height)?;
    bitmap.close();
    encode(&canvas).await
}

/// The width and the height of a field in which somebody draws, and of the image that becomes of it.
pub const PAD: (u32, u32) = (600, 240);

/// A path that was drawn by hand, black on white.
///
/// # Errors
/// What the browser says, where it cannot draw.
pub async fn of_path(path: &str) -> Result<Vec<u8>, JsValue> {
    let (canvas, context) = white(PAD)?;
    context.set_line_width(3.0);
    for end in ["lineCap", "lineJoin"] {
        Reflect::set(&context, &end.into(), &"round".into())?;
    }
    context.stroke_with_path(&Path2d::new_with_path_string(path)?);
    encode(&canvas).await
}

/// A canvas of a size, all white: a JPEG knows no transparency, and what shows through would be black.
fn white((width, height): (u32, u32)) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsValue> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str("#fff");
    context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
    Ok((canvas, context))
}

/// What is on a canvas, as an image that travels.
async fn encode(canvas: &HtmlCanvasElement) -> Result<Vec<u8>, JsValue> {
    let made = JsFuture::from(Promise::new(&mut |resolve, reject| {
        let asked = canvas.to_blob_with_type_and_encoder_options(&resolve, MADE, &JsValue::from(QUALITY));
        if let Err(error) = asked {
            // Whoever waits hears of it through the promise.
            drop(reject.call1(&JsValue::NULL, &error));
        }
    }))
    .await?;
    let made: Blob = made.dyn_into()?;
    let buffer = JsFuture::from(made.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The size at which a picture is drawn: the longer side at most [`MOST_PIXELS`], no side without a pixel.
fn scaled(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= MOST_PIXELS {
        return (width.max(1), height.max(1));
    }
    let side = |pixels: u32| {
        let scaled = u64::from(pixels) * u64::from(MOST_PIXELS) / u64::from(longer);
        u32::try_from(scaled).unwrap_or(MOST_PIXELS).max(1)
    };
    (side(width), side(height))
}

/// An address for bytes that are here, for as long as the page shows them.
pub fn address(bytes: &[u8], media_type: &str) -> Option<String> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives up an address; what cannot be given up goes with the page.
pub fn forget(address: &str) {
    drop(Url::revoke_object_url(address));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_scaled_by_its_longer_side() {
        assert_eq!(scaled(4_000, 3_000), (2_048, 1_536));
        assert_eq!(scaled(3_000, 4_000), (1_536, 2_048));
        assert_eq!(scaled(800, 600), (800, 600));
        assert_eq!(scaled(20_000, 3), (2_048, 1));
    }
}
