package dev.keyturn.sandbox.architecture.violation.first;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.zxing.qrcode.encoder.QRCode;
import dev.keyturn.sandbox.architecture.violation.second.OtherEnd;
import tools.jackson.core.JsonParser;

/** Each class breaks the rule in its name. */
public final class Violations {

  private Violations() {}

  record UsesALibrary(TimeBasedOneTimePasswordGenerator generator) {}

  record ParsesJsonItself(JsonParser parser) {}

  record DrawsQrCodesItself(QRCode code) {}

  record IsInACycle(OtherEnd other) {}

  static final class CodeHelper {}
}
