package dev.keyturn.sandbox.statefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema and the reader say the same about every state. */
class StateSchemaTest {
  /** What the description of the schema leaves to the reader. */
  private static final Pattern BEYOND_A_SCHEMA =
      Pattern.compile(
          "(?s).*: (no policy|no group|a second|two accounts|must add up to|not possible for) .*");

  /** Holds each member of each object at least once. */
  private static final String EVERYTHING = resource("everything.json");

  /** Where it differs, what should be in docs/ is in target/. */
  @Test
  void the_published_schema_is_that_of_the_table() throws IOException {
    String schema = TableSchema.print(TableSchema.ofState());
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("sandbox-state.schema.json"), schema);
    assertThat(Path.of("../docs/sandbox-state.schema.json")).hasContent(schema);
  }

  @Test
  void a_state_with_everything_is_accepted_as_read_and_as_written() {
    assertThat(complaint(EVERYTHING)).isEmpty();
    assertThat(StateSchema.complaints(EVERYTHING)).isEmpty();
    assertThat(StateSchema.complaints(written(EVERYTHING))).isEmpty();
  }

  @Test
  void the_default_company_is_accepted_as_it_is_saved() {
    assertThat(StateSchema.complaints("{}")).isEmpty();
    assertThat(StateSchema.complaints(written("{}"))).isEmpty();
  }

  @Test
  void the_state_with_everything_has_every_member_of_the_schema() {
    Set<String> missing = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    Mutations.walk(
        Json.parse(EVERYTHING),
        node -> {
          String kind = node.place().replaceAll("\\[[0-9]+]", "[]");
          if (node.value() instanceof Json.Obj object) {
            node.properties().keySet().forEach(name -> missing.add(kind + "." + name));
            object.members().keySet().forEach(name -> found.add(kind + "." + name));
          }
        });
    missing.removeAll(found);
    assertThat(missing).isEmpty();
  }

  /** One change at a time: missing and unknown members, other types, ends of ranges, enums. */
  @Test
  void the_reader_and_the_schema_agree_about_every_change() {
    List<String> disagreements = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    Mutations.walk(
        Json.parse(EVERYTHING),
        node ->
            Mutations.of(
                node,
                (change, document) -> {
                  String state = document.print();
                  String reader = complaint(state);
                  if (BEYOND_A_SCHEMA.matcher(reader).matches()) {
                    return;
                  }
                  List<String> schema = StateSchema.complaints(state);
                  (reader.isEmpty() ? accepted : refused).add(change);
                  if (reader.isEmpty() != schema.isEmpty()) {
                    disagreements.add(change + ": reader " + reader + ", schema " + schema);
                  }
                }));
    assertThat(disagreements).isEmpty();
    assertThat(accepted).hasSizeGreaterThan(200);
    assertThat(refused).hasSizeGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Accounts':[{'Users':[{'UserName':'a','AccessKeys':[{},{},{}]}]}]}",
        "{'Accounts':[{'Policies':[{'PolicyName':'p'}]}]}",
        "{'Accounts':[{'Policies':[{'PolicyName':'p','PolicyVersionList':[]}]}]}",
        "{'Faults':[{}]}",
        "{'Faults':[{'Times':1}]}",
        "{'Faults':[{'LatencyMillis':0}]}",
        "{'Faults':[{'Kind':'clock'}]}",
        "{'Faults':[{'Kind':'cut','OffsetSeconds':1}]}",
        "{'Faults':[{'LatencyMillis':1,'OffsetSeconds':1}]}",
        "{'Faults':[{'Kind':'expired-certificate','Action':'GetUser'}]}",
        "{'Faults':[{'Kind':'expired-certificate','LatencyMillis':1}]}",
        "[]",
        "{'Accounts':[[]]}"
      })
  void both_refuse_what_only_together_is_wrong(String text) {
    String state = text.replace('\'', '"');
    assertThat(complaint(state)).isNotEmpty();
    assertThat(StateSchema.complaints(state)).isNotEmpty();
  }

  private static String written(String state) {
    Situation situation = reader().read(state);
    return StateWriter.write(situation.state(), situation.faults()).print();
  }

  /** What the reader has against this state; empty for nothing. */
  private static String complaint(String state) {
    try {
      reader().read(state);
      return "";
    } catch (StateFileException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static StateReader reader() {
    return new StateReader(new Identifiers(new Random(7)), Instant.parse("2026-11-21T12:00:00Z"));
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(StateSchemaTest.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
