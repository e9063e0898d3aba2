//! What is in a file, found by looking: images are painted anew, so that nothing but the picture is kept (PRV-27).

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::DocumentRefusal;

/// The longest edge of an image, in pixels: a page of A4 at 600 dpi has 7,016.
const LONGEST_EDGE: u32 = 12_000;
/// The most pixels, whatever the edges: 160 MB unpacked.
const MOST_PIXELS: u64 = 40_000_000;
/// The memory a decoder may take.
const MOST_MEMORY: u64 = 256 << 20;
/// The edge of the small picture.
const PREVIEW: u32 = 480;
/// Where a scan of a paper stays readable and small.
const QUALITY: u8 = 88;

/// What is kept of a file.
#[derive(Debug)]
pub(super) struct Clean {
    pub(super) media_type: &'static str,
    pub(super) bytes: Vec<u8>,
    pub(super) preview: Option<Vec<u8>>,
}

/// Looks into a file and makes of it what is kept. Takes memory and time: not for a thread that others wait for.
pub(super) fn clean(bytes: Vec<u8>) -> Result<Clean, DocumentRefusal> {
    match bytes.as_slice() {
        [0xff, 0xd8, 0xff, ..] => image(&bytes, ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => image(&bytes, ImageFormat::Png),
        [b'%', b'P', b'D', b'F', b'-', ..] => pdf(bytes),
        _ => Err(DocumentRefusal::MediaType),
    }
}

/// A PDF is kept as it came, for nothing here can paint it; it is sent out as an attachment and never shown by us.
fn pdf(bytes: Vec<u8>) -> Result<Clean, DocumentRefusal> {
    let tail = &bytes[bytes.len().saturating_sub(1_024)..];
    if !tail.windows(5).any(|window| window == b"%%EOF") {
        return Err(DocumentRefusal::Broken);
    }
    Ok(Clean { media_type: "application/pdf", bytes, preview: None })
}

fn image(bytes: &[u8], format: ImageFormat) -> Result<Clean, DocumentRefusal> {
    let picture = unpacked(bytes, format)?;
    let (media_type, clean) = match format {
        ImageFormat::Jpeg => ("image/jpeg", jpeg(&picture)?),
        _ => ("image/png", png(&picture)?),
    };
    let preview = jpeg(&picture.thumbnail(PREVIEW, PREVIEW))?;
    Ok(Clean { media_type, bytes: clean, preview: Some(preview) })
}

/// The picture, turned as the camera said, which is the one thing its metadata is good for. The size is asked for first: a file
/// of kilobytes can claim to unpack to gigabytes.
fn unpacked(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, DocumentRefusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_EDGE);
    limits.max_image_height = Some(LONGEST_EDGE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(DocumentRefusal::TooLarge);
    }
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    picture.apply_orientation(turn);
    Ok(picture)
}

fn refusal(error: &image::ImageError) -> DocumentRefusal {
    match error {
        image::ImageError::Limits(_) => DocumentRefusal::TooLarge,
        _ => DocumentRefusal::Broken,
    }
}

fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, DocumentRefusal> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    picture.to_rgb8().write_with_encoder(encoder).map_err(|error| refusal(&error))?;
    Ok(bytes)
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, DocumentRefusal> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).map_err(|error| refusal(&error))?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
mod tests {
    use image::RgbImage;
    use proptest::prelude::*;

    use super::*;

    fn picture(width: u32, height: u32) -> DynamicImage {
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([u8::try_from(x % 256).unwrap_or(0), u8::try_from(y % 256).unwrap_or(0), 90])
        }))
    }

    /// A JPEG with an EXIF segment that says where it was taken and that it lies on its side.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
        exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"); // Orientation 6: turn right
        exif.extend(b"\x01\x0f\0\x02\0\0\0\x04GPS\0\0\0\0\0");
        exif.extend(b"lat=30.5928 lon=114.3055");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
    }

    #[test]
    fn prv_27_metadata_is_gone_and_the_picture_is_turned_as_it_said() {
        let came = with_exif(&jpeg(&picture(60, 40)).unwrap());
        assert!(came.windows(4).any(|window| window == b"Exif"));
        let kept = clean(came).unwrap();
        assert_eq!(kept.media_type, "image/jpeg");
        assert!(!kept.bytes.windows(4).any(|window| window == b"Exif" || window == b"lat="));
        let again = image::load_from_memory(&kept.bytes).unwrap();
        assert_eq!((again.width(), again.height()), (40, 60));
        assert!(kept.preview.is_some());
    }

    #[test]
    fn what_a_file_is_called_is_not_asked() {
        for bytes in [&b"MZ\x90\0\x03"[..], b"", b"\xff\xd8", b"<html>", b"GIF89a", b"PK\x03\x04"] {
            assert_eq!(clean(bytes.to_vec()).unwrap_err(), DocumentRefusal::MediaType);
        }
        assert_eq!(clean(b"\xff\xd8\xff\xe0 no picture".to_vec()).unwrap_err(), DocumentRefusal::Broken);
        assert_eq!(clean(b"%PDF-1.7 cut off".to_vec()).unwrap_err(), DocumentRefusal::Broken);
        assert_eq!(clean(b"%PDF-1.7\n%%EOF\n".to_vec()).unwrap().media_type, "application/pdf");
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_claims_before_it_is_unpacked() {
        let mut bomb = png(&picture(8, 8)).unwrap();
        for (edge, at) in [(11_000_u32, 16), (11_000, 20)] {
            bomb[at..at + 4].copy_from_slice(&edge.to_be_bytes());
        }
        let crc = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(clean(bomb.clone()).unwrap_err(), DocumentRefusal::TooLarge);
        bomb[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
        let crc = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        assert_eq!(clean(bomb).unwrap_err(), DocumentRefusal::TooLarge);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0_u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn whatever_comes_is_refused_or_kept_without_panic(kind in 0usize..3, tail in proptest::collection::vec(any::<u8>(), 0..200)) {
            let head: &[u8] = [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"%PDF-"][kind];
            let _ = clean([head, &tail].concat());
        }
    }
}
