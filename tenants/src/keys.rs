//! Sealed fields: class C3 values are encrypted under a key of their precinct and found by a keyed hash only (PRV-19).
//!
//! One master key, kept outside the database, opens everything: it wraps each precinct's data key and, through HKDF with a
//! label, becomes the keys of the blind indexes and of the public ids. A dump of the database alone opens nothing.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::clock::Ids;
use crate::error::{Error, Result};

const NONCE: usize = 24;

/// The installation's master key: 32 bytes, from the settings or a key file.
#[derive(Clone)]
pub struct MasterKey([u8; 32]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(sealed)")
    }
}

impl MasterKey {
    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Result<Self> {
        let bytes = hex::decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
        bytes
            .map(Self)
            .ok_or_else(|| Error::invalid("MASTER_KEY", "masterKey", "the master key must be 64 hexadecimal digits"))
    }

    /// A new key from handed-in randomness.
    pub fn generate(ids: &Ids) -> Self {
        Self(ids.bytes())
    }

    /// The key as 64 hexadecimal digits, for the key file.
    pub fn to_hex(&self) -> String {
        hex::encode(self.0)
    }

    fn derive<const N: usize>(&self, label: &str) -> Result<[u8; N]> {
        let mut key = [0; N];
        Hkdf::<Sha256>::new(None, &self.0).expand(label.as_bytes(), &mut key).map_err(Error::internal)?;
        Ok(key)
    }
}

/// Every key in use. Cheap to clone; data keys are kept once opened.
#[derive(Clone)]
pub struct Keys(Arc<Inner>);

struct Inner {
    wrap: DataKey,
    number: [u8; 32],
    phone: [u8; 32],
    public_id: [u8; 16],
    shared: [u8; 32],
    fact: [u8; 32],
    links: [u8; 32],
    certificates: [u8; 32],
    check: [u8; 16],
    opened: RwLock<HashMap<Uuid, DataKey>>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// Derives what is derived.
    pub fn new(master: &MasterKey) -> Result<Self> {
        Ok(Self(Arc::new(Inner {
            wrap: DataKey::new(&master.derive("huji/wrap/1")?),
            number: master.derive("huji/blind/number/1")?,
            phone: master.derive("huji/blind/phone/1")?,
            public_id: master.derive("huji/public-id/1")?,
            shared: master.derive("huji/shared/1")?,
            fact: master.derive("huji/blind/fact/1")?,
            links: master.derive("huji/links/1")?,
            certificates: master.derive("huji/certificates/1")?,
            check: master.derive("huji/check/1")?,
            opened: RwLock::default(),
        })))
    }

    /// The key of the public ids' authentication.
    pub fn public_id(&self) -> &[u8; 16] {
        &self.0.public_id
    }

    /// A value that tells, without telling the key, whether a database was made under this master key.
    pub fn check(&self) -> String {
        hex::encode(self.0.check)
    }

    /// The blind index of a normalised citizen id number, the same in every precinct because IDN-05 holds across them.
    pub fn number_hash(&self, number: &str) -> Vec<u8> {
        blind(&self.0.number, number)
    }

    /// The blind index of a telephone number (digits only).
    pub fn phone_hash(&self, phone: &str) -> Vec<u8> {
        blind(&self.0.phone, phone)
    }

    /// The name of an owner outside the database: in a key of Redis (IDN-10).
    pub(crate) fn shared_hash(&self, owner: &str) -> Vec<u8> {
        blind(&self.0.shared, owner)
    }

    /// The blind index of what may happen once only, such as a birth certificate's number (REG-12).
    pub(crate) fn fact_hash(&self, kind: &str, value: &str) -> Vec<u8> {
        blind(&self.0.fact, &format!("{kind}/{value}"))
    }

    /// Signs what a link to a file says.
    pub(crate) fn sign_link(&self, said: &[u8]) -> [u8; 32] {
        signature(&self.0.links, said).finalize().into_bytes().into()
    }

    /// Whether a link's signature is ours, compared in constant time.
    pub(crate) fn is_our_link(&self, said: &[u8], tag: &[u8]) -> bool {
        signature(&self.0.links, said).verify_slice(tag).is_ok()
    }

    /// The first 64 bits of a certificate's signature: what is printed on it as its code.
    pub(crate) fn sign_certificate(&self, number: &str) -> [u8; 8] {
        let whole = signature(&self.0.certificates, number.as_bytes()).finalize().into_bytes();
        std::array::from_fn(|place| whole[place])
    }

    /// Whether a certificate's code is ours, compared in constant time.
    pub(crate) fn is_our_certificate(&self, number: &str, code: [u8; 8]) -> bool {
        signature(&self.0.certificates, number.as_bytes()).verify_truncated_left(&code).is_ok()
    }

    /// Seals something that belongs to the installation and to no precinct, such as a second factor's secret.
    pub fn seal_common(&self, ids: &Ids, clear: &[u8]) -> Result<Vec<u8>> {
        self.0.wrap.seal(ids, clear)
    }

    /// Opens what [`Keys::seal_common`] sealed.
    pub fn open_common(&self, sealed: &[u8]) -> Result<Vec<u8>> {
        self.0.wrap.open(sealed)
    }

    /// A new precinct's data key, wrapped for the `tenant_key` table, and remembered.
    pub fn create(&self, precinct: Uuid, ids: &Ids) -> Result<Vec<u8>> {
        let clear: [u8; 32] = ids.bytes();
        let wrapped = self.seal_common(ids, &clear)?;
        self.remember(precinct, DataKey::new(&clear));
        Ok(wrapped)
    }

    /// Opens a wrapped data key and remembers it.
    pub fn unwrap(&self, precinct: Uuid, wrapped: &[u8]) -> Result<DataKey> {
        let clear: [u8; 32] =
            self.open_common(wrapped)?.try_into().map_err(|_| Error::internal("a data key of the wrong length"))?;
        let key = DataKey::new(&clear);
        self.remember(precinct, key.clone());
        Ok(key)
    }

    /// The precinct's data key, if it was opened before in this process.
    pub fn known(&self, precinct: Uuid) -> Option<DataKey> {
        self.0.opened.read().unwrap_or_else(PoisonError::into_inner).get(&precinct).cloned()
    }

    fn remember(&self, precinct: Uuid, key: DataKey) {
        self.0.opened.write().unwrap_or_else(PoisonError::into_inner).insert(precinct, key);
    }
}

/// HMAC-SHA-256, the first 16 bytes: 128 bits are ample for equality among a city's numbers and halve the index.
fn blind(key: &[u8; 32], value: &str) -> Vec<u8> {
    signature(key, value.as_bytes()).finalize().into_bytes()[..16].to_vec()
}

fn signature(key: &[u8; 32], value: &[u8]) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(value);
    mac
}

/// One precinct's data key.
#[derive(Clone)]
pub struct DataKey(Arc<XChaCha20Poly1305>);

impl std::fmt::Debug for DataKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DataKey(sealed)")
    }
}

impl DataKey {
    fn new(key: &[u8; 32]) -> Self {
        Self(Arc::new(XChaCha20Poly1305::new(&Key::from(*key))))
    }

    /// Encrypts: nonce, then ciphertext and tag.
    pub fn seal(&self, ids: &Ids, clear: &[u8]) -> Result<Vec<u8>> {
        self.seal_for(ids, clear, &[])
    }

    /// Encrypts for one place: what is sealed for a place does not open at another.
    pub(crate) fn seal_for(&self, ids: &Ids, clear: &[u8], place: &[u8]) -> Result<Vec<u8>> {
        let nonce: [u8; NONCE] = ids.bytes();
        let payload = Payload { msg: clear, aad: place };
        let sealed = self.0.encrypt(&XNonce::from(nonce), payload).map_err(Error::internal)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Decrypts; a value sealed under another key or changed on the way is an internal error.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>> {
        self.open_for(sealed, &[])
    }

    /// Decrypts what was sealed for a place.
    pub(crate) fn open_for(&self, sealed: &[u8], place: &[u8]) -> Result<Vec<u8>> {
        let (nonce, body) =
            sealed.split_at_checked(NONCE).ok_or_else(|| Error::internal("a sealed value is too short"))?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(Error::internal)?;
        let payload = Payload { msg: body, aad: place };
        self.0.decrypt(&XNonce::from(nonce), payload).map_err(|_| Error::internal("a sealed value does not open"))
    }

    /// Decrypts text.
    pub fn open_text(&self, sealed: &[u8]) -> Result<String> {
        String::from_utf8(self.open(sealed)?).map_err(Error::internal)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(seed: u64) -> (Keys, Ids) {
        let ids = Ids::seeded(seed);
        (Keys::new(&MasterKey::generate(&ids)).unwrap(), ids)
    }

    #[test]
    fn prv_19_a_sealed_value_opens_only_under_its_own_precincts_key() {
        let (keys, ids) = keys(1);
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let wrapped = keys.create(a, &ids).unwrap();
        keys.create(b, &ids).unwrap();
        let sealed = keys.known(a).unwrap().seal(&ids, b"99999919990101002X").unwrap();
        assert_eq!(keys.unwrap(a, &wrapped).unwrap().open_text(&sealed).unwrap(), "99999919990101002X");
        assert!(keys.known(b).unwrap().open(&sealed).is_err());
        assert!(!sealed.windows(6).any(|part| part == b"999999"));
    }

    #[test]
    fn prv_19_the_blind_index_depends_on_the_master_key() {
        let ((one, _), (two, _)) = (keys(1), keys(2));
        assert_eq!(one.number_hash("99999919990101002X"), one.number_hash("99999919990101002X"));
        assert_ne!(one.number_hash("99999919990101002X"), two.number_hash("99999919990101002X"));
        assert_ne!(one.number_hash("13800000000"), one.phone_hash("13800000000"));
    }

    #[test]
    fn a_changed_byte_does_not_open() {
        let (keys, ids) = keys(3);
        let mut sealed = keys.seal_common(&ids, b"secret").unwrap();
        *sealed.last_mut().unwrap() ^= 1;
        assert!(keys.open_common(&sealed).is_err());
    }
}
