package dev.keyturn.cli.adapter.awscli;

import dev.keyturn.adapter.file.FileReads;
import dev.keyturn.adapter.file.PrivateFiles;
import dev.keyturn.adapter.file.PrivateFiles.Durability;
import dev.keyturn.domain.credential.CredentialText;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.profile.plan.Arn;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The folder {@code ~/.aws/cli/cache}, wherever the two AWS files are. A file holds the answer of
 * AssumeRole:
 *
 * <pre>
 * {"Credentials": {"AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration", "AccountId"},
 *  "AssumedRoleUser": {"AssumedRoleId", "Arn"}}
 * </pre>
 *
 * The time ends in {@code Z}, {@code +00:00} or {@code UTC}, as the version writes it. A file is
 * replaced as a whole; files and folders that are made belong to their owner alone.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">{@code
 *     JSONFileCache}</a>
 */
public final class JsonFileCache implements AwsCliCache {

  private static final String SUFFIX = ".json";

  private final Path folder;
  private final FileReads reads;

  /** The cache below the home folder {@code home}; {@code reads} is told what is looked for. */
  public JsonFileCache(Path home, FileReads reads) {
    this.folder = home.resolve(".aws").resolve("cli").resolve("cache");
    this.reads = reads;
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  @Override
  public Optional<AssumedRole> find(String name) {
    Path file = file(name);
    reads.reading(file);
    try {
      return Optional.ofNullable(session(texts(Files.readString(file))));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** The members of all objects: no two have the same name. */
  private static Map<String, String> texts(String json) {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && parser.currentName() != null) {
          texts.putIfAbsent(parser.currentName(), parser.getString());
        }
      }
    }
    return texts;
  }

  private static @Nullable AssumedRole session(Map<String, String> texts) {
    String id = texts.getOrDefault("AccessKeyId", "");
    String secret = texts.getOrDefault("SecretAccessKey", "");
    String token = texts.getOrDefault("SessionToken", "");
    String arn = texts.getOrDefault("Arn", "");
    boolean credentials =
        CredentialText.isAccessKeyId(id)
            && CredentialText.isSecret(secret)
            && CredentialText.isSecret(token);
    return !credentials
        ? null
        : Rfc3339.parse(texts.getOrDefault("Expiration", "").replaceFirst("UTC$", "Z"))
            .map(end ->
                new AssumedRole(
                    new SessionCredentials(id, Secret.of(secret), Secret.of(token), end),
                    new Identity(Arn.account(arn), arn, texts.getOrDefault("AssumedRoleId", ""))))
            .orElse(null);
  }

  @Override
  public void save(String name, AssumedRole session) {
    Path file = file(name);
    PrivateFiles.createFoldersOf(file);
    PrivateFiles.write(file, json(session).getBytes(StandardCharsets.UTF_8), Durability.LIGHT);
  }

  private static String json(AssumedRole session) {
    SessionCredentials keys = session.credentials();
    Identity identity = session.identity();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("Credentials");
      json.writeStringProperty("AccessKeyId", keys.accessKeyId());
      json.writeStringProperty("SecretAccessKey", keys.secretAccessKey().reveal(Reveal.STORE));
      json.writeStringProperty("SessionToken", keys.sessionToken().reveal(Reveal.STORE));
      json.writeStringProperty("Expiration", Rfc3339.text(keys.expiration()));
      json.writeStringProperty("AccountId", identity.account());
      json.writeEndObject();
      json.writeObjectPropertyStart("AssumedRoleUser");
      json.writeStringProperty("AssumedRoleId", identity.userId());
      json.writeStringProperty("Arn", identity.arn());
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  @Override
  public void remove(String name) {
    PrivateFiles.delete(file(name));
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Path file : PrivateFiles.list(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(SUFFIX)) {
        names.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    }
    return names;
  }
}
