package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.text.Json;

/** What commands about one key have in common. */
final class OneKey {

  static final Argument<String> KEY =
      Argument.required(Value.text("KEY"), "ID of the access key, as keyturn keys list shows it.");

  private OneKey() {}

  /** What became of the key. */
  static String text(Arguments arguments, String key, String became) {
    String status = became.substring(became.indexOf(' ') + 1);
    return CommonOptions.wantsJson(arguments)
        ? Json.object(to -> {
          to.writeStringProperty("access_key_id", key);
          to.writeStringProperty("status", status);
        })
        : key + " " + became;
  }
}
