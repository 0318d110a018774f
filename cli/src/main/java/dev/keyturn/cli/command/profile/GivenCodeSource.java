package dev.keyturn.cli.command.profile;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;

/** The one code that was given by option, environment or standard input. */
public final class GivenCodeSource implements MfaCodeSource {

  private final MfaCode code;

  /** Gives {@code code}. */
  public GivenCodeSource(MfaCode code) {
    this.code = code;
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    return code;
  }
}
