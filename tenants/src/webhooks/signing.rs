//! By what a receiver knows that a delivery is ours: the signature of the Standard Webhooks specification, version 1.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::error::{Error, Result};
use crate::store::Store;

/// Begins every secret, as the specification has it.
const PREFIX: &str = "whsec_";

/// The secret of a webhook: 32 random bytes. Kept sealed, because it signs and so cannot be kept as a hash.
#[derive(Clone)]
pub struct SigningKey([u8; 32]);

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

impl SigningKey {
    /// A key of randomness handed in.
    pub(crate) fn new(random: [u8; 32]) -> Self {
        Self(random)
    }

    /// Reads a secret as it was handed over: what a receiver does before it verifies.
    pub fn read(secret: &str) -> Option<Self> {
        let clear = STANDARD.decode(secret.strip_prefix(PREFIX)?).ok()?;
        clear.try_into().ok().map(Self)
    }

    pub(crate) fn sealed(&self, store: &Store) -> Result<Vec<u8>> {
        store.keys().seal_common(store.ids(), &self.0)
    }

    pub(crate) fn open(store: &Store, sealed: &[u8]) -> Result<Self> {
        let clear = store.keys().open_common(sealed)?;
        clear.try_into().map(Self).map_err(|_| Error::internal("a webhook's secret of the wrong length"))
    }

    /// The secret as the receiver keeps it, to hand over once.
    pub fn reveal(&self) -> String {
        format!("{PREFIX}{}", STANDARD.encode(self.0))
    }

    /// The signature of a message: its id, the second in which it is sent, and its body.
    pub fn sign(&self, id: &str, timestamp: i64, body: &[u8]) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
        mac.update(format!("{id}.{timestamp}.").as_bytes());
        mac.update(body);
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by `openssl dgst -sha256 -mac HMAC`, so that it is not our own word that is taken for it.
    #[test]
    fn a_message_is_signed_as_the_specification_has_it() {
        let key = SigningKey::new([7; 32]);
        assert_eq!(key.reveal(), "whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
        assert_eq!(SigningKey::read(&key.reveal()).map(|read| read.0), Some([7; 32]));
        assert_eq!(
            key.sign("msg_1", 1_764_115_200, b"{\"data\":null}"),
            "v1,+42rV3TFsdp/ZMt4SlOL7RS2rnIb21VwvFhH8V3rPLQ="
        );
    }

    #[test]
    fn no_format_shows_a_secret() {
        assert_eq!(format!("{:?}", SigningKey::new([7; 32])), "SigningKey(…)");
    }
}
