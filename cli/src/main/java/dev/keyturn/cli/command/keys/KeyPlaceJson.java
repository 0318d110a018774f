package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.iam.key.KeyPlace;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Where a key is, in JSON. */
final class KeyPlaceJson {

  private KeyPlaceJson() {}

  static void write(JsonGenerator to, List<KeyPlace> places) {
    to.writeArrayPropertyStart("places");
    for (KeyPlace place : places) {
      to.writeStartObject();
      to.writeStringProperty("profile", place.profile());
      to.writeStringProperty("file", place.place().file());
      to.writeStringProperty("section", place.place().section());
      Json.text(to, "store", place.store() == null ? null : place.store().text());
      to.writeEndObject();
    }
    to.writeEndArray();
  }
}
