package dev.keyturn.sandbox.architecture.violation.first;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.keyturn.sandbox.architecture.violation.second.OtherEnd;

/** Each class breaks the rule that its name tells. */
public final class Violations {

  private Violations() {}

  record UsesALibrary(TimeBasedOneTimePasswordGenerator generator) {}

  record IsInACycle(OtherEnd other) {}

  static final class CodeHelper {}
}
