package dev.keyturn.sandbox;

/** How clients talk to the sandbox. */
enum Transport {
  HTTP,
  TLS,
  /** TLS with a certificate that ended yesterday. */
  TLS_EXPIRED
}
