package dev.keyturn.domain.session.make;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;

/** The single code given by argument or variable. It is parsed when it is needed. */
record GivenCodeSource(String given) implements MfaCodeSource {

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    return MfaCode.parse(given);
  }

  /** Without the code. */
  @Override
  public String toString() {
    return "GivenCodeSource";
  }
}
