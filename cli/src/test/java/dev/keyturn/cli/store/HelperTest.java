package dev.keyturn.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.adapter.secretprogram.HelperStore;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StorePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that speaks the protocol of Docker's credential helpers. */
class HelperTest extends StoreFacts {

  private static final String HELPER =
      """
      #!/usr/bin/python3
      import json, os, sys
      path = os.path.dirname(sys.argv[0]) + "/secrets.json"
      kept = json.load(open(path)) if os.path.exists(path) else {}
      verb, text = sys.argv[1], sys.stdin.read()
      if verb == "list":
          print(json.dumps({url: name for url, (name, _) in kept.items()}))
      elif verb == "store":
          new = json.loads(text)
          kept[new["ServerURL"]] = [new["Username"], new["Secret"]]
      elif verb == "erase":
          del kept[text.strip()]
      elif verb == "get" and text.strip() in kept:
          name, secret = kept[text.strip()]
          print(json.dumps({"ServerURL": text.strip(), "Username": name, "Secret": secret}))
      elif verb == "get":
          print("credentials not found in native keychain")
          sys.exit(1)
      json.dump(kept, open(path, "w"))
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void writeHelper() throws IOException {
    RealProgram.need("python3");
    Path helper = Files.writeString(folder.resolve("helper"), HELPER);
    Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
  }

  private HelperStore store(String program) {
    return new HelperStore(
        StorePlace.parse("program:" + program),
        Map.of("PATH", Objects.requireNonNull(System.getenv("PATH"))));
  }

  @Override
  HelperStore store() {
    return store(folder.resolve("helper").toString());
  }

  @Test
  void a_program_that_does_not_exist_is_named() {
    assertThat(store("no-such-helper").condition().state()).isEqualTo(Condition.State.UNAVAILABLE);
    assertThatThrownBy(() -> store("no-such-helper").get(KEY))
        .hasMessageContaining("cannot use the program no-such-helper");
  }
}
