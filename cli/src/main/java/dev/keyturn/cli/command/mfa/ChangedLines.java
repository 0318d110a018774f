package dev.keyturn.cli.command.mfa;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.iam.device.DeviceLines.Changed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Changed lines of the AWS files that name devices, before and after. */
final class ChangedLines {

  private ChangedLines() {}

  static void print(Output output, List<Changed> changes) {
    for (Changed changed : changes) {
      output.line(changed.place().file() + " [" + changed.place().section() + "]");
      print(output, "- ", changed.key(), changed.before());
      print(output, "+ ", changed.key(), changed.after());
    }
  }

  private static void print(Output output, String sign, String key, @Nullable String value) {
    if (value != null) {
      output.line(sign + key + " = " + value);
    }
  }

  static void write(JsonGenerator to, List<Changed> changes) {
    to.writeArrayPropertyStart("changes");
    for (Changed changed : changes) {
      to.writeStartObject();
      to.writeStringProperty("file", changed.place().file());
      to.writeStringProperty("section", changed.place().section());
      to.writeStringProperty("key", changed.key());
      Json.text(to, "before", changed.before());
      Json.text(to, "after", changed.after());
      to.writeEndObject();
    }
    to.writeEndArray();
  }
}
