"""The beginnings of pictures, as far as their sizes."""

import struct

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 640, 480) + b"\x08\x06\x00\x00\x00"
GIF = b"GIF89a" + struct.pack("<HH", 320, 200) + b"\x00" * 10
JPEG = (
    b"\xff\xd8\xff\xe0"
    + struct.pack(">H", 16)
    + b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    + b"\xff\xc2\x00\x11\x08"
    + struct.pack(">HH", 150, 300)
    + b"\x03"
)
WEBP = (
    b"RIFF\x00\x00\x00\x00WEBPVP8X"
    + struct.pack("<I", 10)
    + b"\x00" * 4
    + (999).to_bytes(3, "little")
    + (499).to_bytes(3, "little")
)
WEBP_LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 " + b"\x00" * 4 + b"\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 64, 32)
WEBP_LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L" + b"\x00" * 4 + b"\x2f" + (99 | 49 << 14).to_bytes(4, "little")
