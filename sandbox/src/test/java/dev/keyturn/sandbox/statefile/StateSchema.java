package dev.keyturn.sandbox.statefile;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.keyturn.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schema of the state file, by an independent validator. */
public final class StateSchema {
  private static final String TEXT = read(Path.of("../docs/sandbox-state.schema.json"));
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TEXT);

  private StateSchema() {}

  /** What the schema has against this state; empty for nothing. */
  public static List<String> complaints(String state) {
    return SCHEMA.validate(state, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  /** The schema as the sandbox's own parser reads it. */
  static Json.Obj json() {
    return (Json.Obj) Json.parse(TEXT);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
