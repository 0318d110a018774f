package dev.keyturn.cli.adapter.awscli;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.credential.SessionCredentials;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.AssumedRole;
import dev.keyturn.domain.session.store.AwsCliCache;
import dev.keyturn.domain.session.store.Identity;
import dev.keyturn.domain.session.store.Rfc3339;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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

  /** The cache below the home folder {@code home}. */
  public JsonFileCache(Path home) {
    this.folder = home.resolve(".aws").resolve("cli").resolve("cache");
  }

  private Path file(String name) {
    return folder.resolve(name + SUFFIX);
  }

  @Override
  public Optional<AssumedRole> find(String name) {
    try {
      return Optional.ofNullable(session(texts(Files.readString(file(name)))));
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
    String id = texts.get("AccessKeyId");
    String secret = texts.get("SecretAccessKey");
    String token = texts.get("SessionToken");
    String arn = texts.getOrDefault("Arn", "");
    return id == null || secret == null || token == null
        ? null
        : Rfc3339.parse(texts.getOrDefault("Expiration", "").replaceFirst("UTC$", "Z"))
            .map(end ->
                new AssumedRole(
                    new SessionCredentials(id, Secret.of(secret), Secret.of(token), end),
                    new Identity(account(arn), arn, texts.getOrDefault("AssumedRoleId", ""))))
            .orElse(null);
  }

  /** The fifth part of an ARN. */
  private static String account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length == 6 ? parts[4] : "";
  }

  @Override
  public void save(String name, AssumedRole session) {
    Path file = file(name);
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, privately("rwx------"));
      }
      Path temporary = Files.createTempFile(folder, name, ".tmp", privately("rw-------"));
      try {
        Files.writeString(temporary, json(session));
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private FileAttribute<?>[] privately(String mode) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
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
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw unwritable(file(name), e);
    }
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        names.add(name.substring(0, name.length() - SUFFIX.length()));
      }
      return names;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new Failure.UnreadableFile(folder.toString(), "it cannot be listed").exception(e);
    }
  }

  private static RuntimeException unwritable(Path file, IOException e) {
    return new Failure.UnwritableFile(file.toString(), "it cannot be written").exception(e);
  }
}
