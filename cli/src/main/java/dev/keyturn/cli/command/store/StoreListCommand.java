package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.store.move.KeyInventory;
import dev.keyturn.domain.store.move.KeyInventory.Entry;
import dev.keyturn.domain.store.move.KeyInventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code keyturn store list}: which long-term keys there are, and where. */
public final class StoreListCommand implements Command {

  private final ProfileFiles files;
  private final KeyInventory inventory;
  private final Output output;

  public StoreListCommand(ProfileFiles files, KeyInventory inventory, Output output) {
    this.files = files;
    this.inventory = inventory;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn store list", "list keys and their places; nothing is decrypted")
        .example("keyturn store list --output json", "the same for scripts");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Inventory found = inventory.of(files.read());
    if (CommonOptions.wantsJson(arguments)) {
      output.line(
          Json.object(to -> {
            to.writeArrayPropertyStart("keys");
            found.entries().forEach(entry -> write(to, entry));
            to.writeEndArray();
          }));
    } else if (found.entries().isEmpty()) {
      output.line("no long-term keys");
    } else {
      output.text(table(found.entries()));
    }
    for (Failure failure : found.failures()) {
      output.note(failure.message());
    }
    return ExitCode.DONE;
  }

  private static void write(JsonGenerator to, Entry entry) {
    to.writeStartObject();
    Json.text(to, "profile", entry.section());
    to.writeStringProperty("access_key_id", entry.accessKeyId());
    to.writeStringProperty("place", entry.place());
    Boolean present = entry.present();
    if (present == null) {
      to.writeNullProperty("present");
    } else {
      to.writeBooleanProperty("present", present);
    }
    to.writeEndObject();
  }

  private static String table(List<Entry> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PROFILE", "ACCESS KEY", "PLACE", "STATE"));
    for (Entry entry : entries) {
      String section = entry.section();
      rows.add(
          List.of(
              section == null ? "-" : section, entry.accessKeyId(), entry.place(), state(entry)));
    }
    return Table.text(rows);
  }

  private static String state(Entry entry) {
    if (entry.section() == null) {
      return "no profile uses it";
    }
    Boolean present = entry.present();
    return present == null ? "not shown until unlocked" : present ? "ok" : "missing";
  }
}
