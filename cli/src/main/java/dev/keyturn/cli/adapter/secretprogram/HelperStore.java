package dev.keyturn.cli.adapter.secretprogram;

import dev.keyturn.cli.adapter.secretprogram.SecretProgram.Ended;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.StoreFailure;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.ReadableSecret;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSecret;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Keys in a Docker credential helper; these programs exist for the keychains of macOS and Windows,
 * and for password managers. Thread-safe.
 *
 * @see <a href="https://github.com/docker/docker-credential-helpers#development">the protocol</a>
 */
public final class HelperStore implements SecretStore {

  /** Helpers store secrets by URL. */
  private static final String SERVER = "https://keyturn.invalid/";

  private static final String NOT_FOUND = "credentials not found";

  private final SecretProgram program;
  private final String path;
  private final String title;

  /** The program that {@code place} names. */
  public HelperStore(StorePlace place, Map<String, String> environment) {
    this.program = new SecretProgram(environment);
    this.path = place.address();
    this.title = "the program " + path;
  }

  @Override
  public List<ItemName> names() {
    List<ItemName> names = new ArrayList<>();
    for (String url : members(run("list", "")).keySet()) {
      if (url.startsWith(SERVER)) {
        ItemName.parse(url.substring(SERVER.length())).ifPresent(names::add);
      }
    }
    return names;
  }

  @Override
  public StoredSecret get(ItemName name) {
    Ended ended = ended("get", url(name));
    if (ended.status() != 0 && ended.problem().toLowerCase(Locale.ROOT).contains(NOT_FOUND)) {
      throw new StoreFailure.Missing(title, name.text()).exception();
    }
    String secret = members(checked(ended)).getOrDefault("Secret", "");
    return new ReadableSecret(name.kind(), Secret.of(secret));
  }

  @Override
  public void prepare() {
    names();
  }

  @Override
  public void put(ItemName name, Secret secret) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("ServerURL", url(name));
      json.writeStringProperty("Username", name.id());
      json.writeStringProperty("Secret", secret.reveal(Reveal.STORE));
      json.writeEndObject();
    }
    run("store", text.toString());
  }

  @Override
  public void remove(ItemName name) {
    if (names().contains(name)) {
      run("erase", url(name));
    }
  }

  @Override
  public Condition condition() {
    try {
      int keys = names().size();
      return new Condition(
          keys == 0 ? Condition.State.EMPTY : Condition.State.OPEN, "it may ask when it is used");
    } catch (FailureException e) {
      return new Condition(Condition.State.UNAVAILABLE, e.failure().message());
    }
  }

  private static String url(ItemName name) {
    return SERVER + name.text();
  }

  private String run(String verb, String input) {
    return checked(ended(verb, input));
  }

  private Ended ended(String verb, String input) {
    try {
      return program.run(List.of(path, verb), input);
    } catch (IOException e) {
      throw unavailable(String.valueOf(e.getMessage()));
    }
  }

  /** Only a helper's error is shown: its answer may be a secret. */
  private String checked(Ended ended) {
    if (ended.status() != 0) {
      throw unavailable(ended.problem());
    }
    return ended.output();
  }

  /** The members of a flat object. */
  private Map<String, String> members(String json) {
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue() && parser.currentName() != null) {
          members.put(parser.currentName(), parser.getString());
        }
      }
      return members;
    } catch (JacksonException e) {
      // Not passed as cause: its message may quote a secret.
      throw unavailable("its answer is not JSON");
    }
  }

  private FailureException unavailable(String why) {
    return new StoreFailure.Unavailable(title, why, "try it: " + ShellCommand.of(path, "list"))
        .exception();
  }
}
