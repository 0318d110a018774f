package dev.keyturn.domain.failure;

import static dev.keyturn.domain.failure.Nature.Code.MAY_BE_USED;
import static dev.keyturn.domain.failure.Nature.Code.UNUSED;
import static dev.keyturn.domain.failure.Nature.Code.UNUSED_IF_UNSENT;
import static dev.keyturn.domain.failure.Nature.Cure.ANOTHER_CODE;
import static dev.keyturn.domain.failure.Nature.Cure.CHANGE;
import static dev.keyturn.domain.failure.Nature.Cure.NONE;
import static dev.keyturn.domain.failure.Nature.Cure.PERSON;
import static dev.keyturn.domain.failure.Nature.Cure.RETRY;
import static dev.keyturn.domain.failure.Nature.Cure.SLOWER;
import static dev.keyturn.domain.failure.Nature.Cure.TIME;
import static dev.keyturn.domain.failure.Nature.Reach.KEY;
import static dev.keyturn.domain.failure.Nature.Reach.PROFILE;

import dev.keyturn.domain.failure.Nature.Code;
import dev.keyturn.domain.failure.Nature.Cure;
import dev.keyturn.domain.failure.Nature.Reach;

/**
 * The stable names of failures, which scripts read in JSON and {@code docs/exit-codes.md} lists,
 * each with its nature: what became of the MFA code, whom the failure concerns, what helps. Decide
 * by {@link Nature}'s questions, so that a new failure has its answers here and nowhere else.
 */
public enum FailureName {
  USAGE("usage", MAY_BE_USED, PROFILE, CHANGE),

  UNKNOWN_PROFILE("unknown-profile", MAY_BE_USED, PROFILE, CHANGE),
  UNKNOWN_SOURCE_PROFILE("unknown-source-profile", MAY_BE_USED, PROFILE, CHANGE),
  SOURCE_PROFILE_LOOP("source-profile-loop", MAY_BE_USED, PROFILE, CHANGE),
  BAD_PROFILE("bad-profile", MAY_BE_USED, PROFILE, CHANGE),
  FORBIDDEN_TARGET("forbidden-target", MAY_BE_USED, PROFILE, CHANGE),
  NO_MFA_DEVICE("no-mfa-device", MAY_BE_USED, PROFILE, CHANGE),
  PASSKEY_ONLY("passkey-only", MAY_BE_USED, PROFILE, CHANGE),
  PLAIN_HTTP("plain-http", MAY_BE_USED, PROFILE, CHANGE),

  BROKEN_FILE("broken-file", MAY_BE_USED, PROFILE, CHANGE),
  UNREADABLE_FILE("unreadable-file", MAY_BE_USED, PROFILE, CHANGE),
  UNWRITABLE_FILE("unwritable-file", MAY_BE_USED, PROFILE, CHANGE),
  UNWRITABLE_OUTPUT("unwritable-output", MAY_BE_USED, PROFILE, CHANGE),
  FILE_BUSY("file-busy", MAY_BE_USED, PROFILE, TIME),
  FILE_CHANGED("file-changed", MAY_BE_USED, PROFILE, TIME),

  WRONG_CODE("wrong-code", UNUSED, KEY, ANOTHER_CODE),
  USED_CODE("used-code", MAY_BE_USED, KEY, ANOTHER_CODE),
  UNKNOWN_MFA_DEVICE("unknown-mfa-device", UNUSED, KEY, CHANGE),
  REFUSED_KEY("refused-key", UNUSED, KEY, CHANGE),
  CLOCK_OFF("clock-off", UNUSED, KEY, CHANGE),
  REFUSED("refused", MAY_BE_USED, PROFILE, CHANGE),
  UNREACHABLE("unreachable", UNUSED_IF_UNSENT, KEY, TIME),
  SERVICE_FAULT("service-fault", MAY_BE_USED, KEY, RETRY),
  THROTTLED("throttled", MAY_BE_USED, KEY, SLOWER),

  NO_TERMINAL("no-terminal", MAY_BE_USED, PROFILE, PERSON),
  SEVERAL_MFA_DEVICES("several-mfa-devices", MAY_BE_USED, PROFILE, PERSON),
  COMMAND_NOT_FOUND("command-not-found", MAY_BE_USED, PROFILE, CHANGE),
  COMMAND_NOT_EXECUTABLE("command-not-executable", MAY_BE_USED, PROFILE, CHANGE),
  INTERRUPTED("interrupted", MAY_BE_USED, KEY, NONE);

  private final String text;
  private final Code code;
  private final Reach reach;
  private final Cure cure;

  FailureName(String text, Code code, Reach reach, Cure cure) {
    this.text = text;
    this.code = code;
    this.reach = reach;
    this.cure = cure;
  }

  /** The name in outputs. */
  public String text() {
    return text;
  }

  Code code() {
    return code;
  }

  Reach reach() {
    return reach;
  }

  Cure cure() {
    return cure;
  }
}
