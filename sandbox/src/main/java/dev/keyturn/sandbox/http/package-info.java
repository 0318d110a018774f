/**
 * HTTP/1.1 on loopback: bytes to requests and answers to bytes. The JDK's own server writes its own
 * {@code Date} and hides the request line, and this one must use the sandbox's time, keep the path
 * as it was signed, and close connections on demand. Independent of AWS.
 */
@NullMarked
package dev.keyturn.sandbox.http;

import org.jspecify.annotations.NullMarked;
