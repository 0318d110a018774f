package dev.keyturn.command;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;

/** The one code that was given by option, environment or standard input. */
public final class GivenCodeSource implements MfaCodeSource {

  /** The variable that holds a code. */
  public static final String VARIABLE = "KEYTURN_MFA_CODE";

  private final MfaCode code;

  /** Gives {@code code}. */
  public GivenCodeSource(MfaCode code) {
    this.code = code;
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    return code;
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public boolean hasNext() {
    return false;
  }

  @Override
  public boolean canCorrect() {
    return false;
  }

  @Override
  public void explain(String why) {
    throw new IllegalStateException("there is nobody to explain it to");
  }

  @Override
  public void awaitNext(Duration wait) {
    throw new IllegalStateException("there is no next code");
  }
}
