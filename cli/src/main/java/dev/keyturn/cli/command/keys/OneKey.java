package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;

/** Shared code of commands about one key. */
final class OneKey {

  static final Argument<String> KEY =
      Argument.required(Value.text("KEY"), "ID of the access key, as keyturn keys list shows it.");

  private OneKey() {}

  /**
   * Reports the state of the key.
   *
   * @param status its state: {@code active}
   * @param next the command to type next
   */
  static void print(Output output, Arguments arguments, String status, String next) {
    String key = KEY.onlyIn(arguments);
    if (CommonOptions.wantsJson(arguments)) {
      output.line(
          Json.object(to -> {
            to.writeStringProperty("access_key_id", key);
            to.writeStringProperty("status", status);
          }));
    } else {
      output.line(key + " is " + status);
      output.error(next);
    }
  }
}
