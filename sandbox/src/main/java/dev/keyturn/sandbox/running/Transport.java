package dev.keyturn.sandbox.running;

/** How clients talk to the sandbox. */
public enum Transport {
  HTTP,
  TLS,
  /** TLS with a certificate that ended yesterday. */
  TLS_EXPIRED
}
