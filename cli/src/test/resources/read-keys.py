"""Reads an encrypted file of Keyturn by docs/file-formats.md alone; the passphrase comes on standard input."""
import hashlib
import struct
import sys

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

data = open(sys.argv[1], "rb").read()
body, digest = data[:-32], data[-32:]
assert hashlib.sha256(body).digest() == digest, "a bit has changed"
assert body[:8] == b"KEYTURN\x01", "not a file of Keyturn, or a newer one"

memory, passes, lanes = struct.unpack(">III", body[8:20])
salt, check = body[20:36], body[36:52]
length, = struct.unpack(">I", body[52:56])
header, rest = body[: 56 + length], body[56 + length:]
names = header[56:].decode().splitlines()
nonce = rest[:12]
length, = struct.unpack(">I", rest[12:16])
encrypted = rest[16: 16 + length]
assert len(rest) == 16 + length

passphrase = sys.stdin.buffer.read()
made = hash_secret_raw(passphrase, salt, passes, memory, lanes, 48, Type.ID)
assert made[32:] == check, "wrong passphrase"
secrets = AESGCM(made[:32]).decrypt(nonce, encrypted, header).decode().splitlines()
for name, secret in zip(names, secrets, strict=True):
    print(name, secret)
