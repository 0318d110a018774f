package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyInventory;
import dev.keyturn.domain.store.move.KeyInventory.PlaceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code keyturn store status}: which places can be used right now. */
public final class StoreStatusCommand implements Command {

  private static final Argument<StorePlace> PLACES = PlaceValue.any();

  private final ProfileFiles files;
  private final KeyInventory inventory;
  private final Output output;

  public StoreStatusCommand(ProfileFiles files, KeyInventory inventory, Output output) {
    this.files = files;
    this.inventory = inventory;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(CommonOptions.OUTPUT).taking(PLACES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn store status", "show which places are open, locked or unavailable")
        .example("keyturn store status keychain", "show one place");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<PlaceState> states = inventory.places(files.read(), PLACES.in(arguments));
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(states));
    } else {
      output.text(table(states));
    }
    return ExitCode.DONE;
  }

  private static String json(List<PlaceState> states) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("places");
      for (PlaceState state : states) {
        to.writeStartObject();
        to.writeStringProperty("place", state.place().text());
        to.writeStringProperty("state", word(state.condition()));
        to.writeStringProperty("detail", state.condition().detail());
        to.writeEndObject();
      }
      to.writeEndArray();
    });
  }

  private static String table(List<PlaceState> states) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PLACE", "STATE", "DETAIL"));
    for (PlaceState state : states) {
      rows.add(List.of(state.place().text(), word(state.condition()), state.condition().detail()));
    }
    return Table.text(rows);
  }

  private static String word(Condition condition) {
    return condition.state().name().toLowerCase(Locale.ROOT);
  }
}
