package dev.keyturn.adapter.state;

import dev.keyturn.domain.failure.Failure;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * A folder of small records, each a text file that only its owner can read.
 *
 * <pre>
 * record = "keyturn " version LF { name "=" value LF }
 * </pre>
 *
 * Names and values hold no line break: a backslash and a line break in a value are written as
 * {@code \\} and {@code \n}. A record is replaced as a whole, by renaming a file whose name begins
 * with a dot: a reader sees the old or the new one. One that cannot be read counts as missing.
 * Thread-safe.
 */
public final class StateFolder implements Records {

  private static final String HEADER = "keyturn 1";

  /** FNV-1a, 64 bit. Not a checksum against malice: each record also holds its full key. */
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;

  private static final long FNV_PRIME = 0x100000001b3L;

  /** No writing takes as long: what is older was left behind by a process that was killed. */
  private static final Duration LEFTOVER = Duration.ofHours(1);

  private final Path root;

  /** The folder at {@code root}, made when first written to. */
  public StateFolder(Path root) {
    this.root = root;
  }

  /** Where the folder is, or will be. */
  Path root() {
    return root;
  }

  /** The file of a record called {@code key} of a kind. */
  Path file(String kind, String key) {
    long hash = FNV_OFFSET;
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return root.resolve(kind).resolve(Long.toHexString(hash));
  }

  @Override
  public Optional<Map<String, String>> read(String kind, String key) {
    return read(file(kind, key)).filter(fields -> key.equals(fields.get("key")));
  }

  private static Optional<Map<String, String>> read(Path file) {
    if (!file.toFile().isFile()) {
      // An exception takes longer, and most of what is looked for is not there.
      return Optional.empty();
    }
    // Not Files.readString, whose channel loads the network library: a cached answer ends here.
    try (InputStream in = new FileInputStream(file.toFile())) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith(HEADER + "\n") ? Optional.of(parse(text)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> parse(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    int start = HEADER.length() + 1;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      int equals = text.indexOf('=', start);
      if (end < 0 || equals < 0 || equals > end) {
        break;
      }
      fields.put(text.substring(start, equals), unescape(text.substring(equals + 1, end)));
      start = end + 1;
    }
    return fields;
  }

  @Override
  public List<Map<String, String>> readAll(String kind) {
    List<Map<String, String>> all = new ArrayList<>();
    for (Path file : files(kind)) {
      if (!isTemporary(file)) {
        read(file).ifPresent(all::add);
      }
    }
    return all;
  }

  @Override
  public void removeAll(String kind, Instant now, Predicate<Map<String, String>> isOver) {
    for (Path file : files(kind)) {
      if (isTemporary(file)) {
        removeLeftover(file, now);
      } else if (read(file).filter(isOver).isPresent()) {
        remove(file, isOver);
      }
    }
  }

  /** Takes the record aside before it looks again, so that what it removes is what it has read. */
  private static void remove(Path file, Predicate<Map<String, String>> isOver) {
    Path aside = temporary(file);
    try {
      Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
      if (read(aside).filter(isOver).isEmpty()) {
        Files.move(aside, file);
      }
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      // Another process removed it, or has a newer one.
    } catch (IOException e) {
      throw new Failure.UnwritableFile(file.toString(), reason(e)).exception(e);
    }
    discard(aside);
  }

  private static void removeLeftover(Path temporary, Instant now) {
    try {
      Instant written = Files.getLastModifiedTime(temporary).toInstant();
      if (written.isBefore(now.minus(LEFTOVER))) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      // It became the record that it was written for.
    }
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  /** By no process id: containers that share a volume have the same ones. */
  private static Path temporary(Path file) {
    return file.resolveSibling("." + Long.toHexString(ThreadLocalRandom.current().nextLong()));
  }

  @Override
  public void write(String kind, String key, Map<String, String> fields) {
    save(file(kind, key), text(key, fields), true);
  }

  @Override
  public void writeLightly(String kind, String key, Map<String, String> fields) {
    save(file(kind, key), text(key, fields), false);
  }

  private static byte[] text(String key, Map<String, String> fields) {
    StringBuilder text =
        new StringBuilder(HEADER).append("\nkey=").append(escape(key)).append('\n');
    fields.forEach(
        (name, value) -> text.append(name).append('=').append(escape(value)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void save(Path file, byte[] bytes, boolean durable) {
    Path temporary = temporary(file);
    try {
      createFolder(file.resolveSibling(""));
      try (FileChannel channel = create(temporary)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        if (durable) {
          channel.force(true);
        }
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(temporary);
      throw new Failure.UnwritableFile(file.toString(), reason(e)).exception(e);
    }
  }

  /** Makes a record one of another kind; says whether there was one. */
  boolean move(String kind, String key, String newKind) {
    Path to = file(newKind, key);
    try {
      createFolder(to.resolveSibling(""));
      Files.move(
          file(kind, key), to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw new Failure.UnwritableFile(to.toString(), reason(e)).exception(e);
    }
  }

  private FileChannel create(Path file) throws IOException {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
    return FileChannel.open(file, options, privately(file));
  }

  /** Makes {@code folder}, which is this one or below it, for its owner alone. */
  void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          mode(
              root,
              Set.of(
                  PosixFilePermission.OWNER_READ,
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.OWNER_EXECUTE)));
    }
  }

  /** For {@code path}, a file that only its owner reads and writes. */
  static FileAttribute<?>[] privately(Path path) {
    return mode(path, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
        : new FileAttribute<?>[0];
  }

  @Override
  public boolean remove(String kind, String key) {
    return delete(file(kind, key));
  }

  @Override
  public int removeAll(String kind) {
    int removed = 0;
    for (Path file : files(kind)) {
      removed += delete(file) && !isTemporary(file) ? 1 : 0;
    }
    return removed;
  }

  private List<Path> files(String kind) {
    List<Path> files = new ArrayList<>();
    try (var entries = Files.newDirectoryStream(root.resolve(kind))) {
      entries.forEach(files::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new Failure.UnreadableFile(root.resolve(kind).toString(), reason(e)).exception(e);
    }
    return files;
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Failure.UnwritableFile(file.toString(), reason(e)).exception(e);
    }
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The failure that led here is the one to report.
    }
  }

  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such folder, and none can be made";
    }
    String why = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return why == null ? e.getClass().getSimpleName() : why;
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescape(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        c =
            switch (value.charAt(i)) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              default -> value.charAt(i);
            };
      }
      text.append(c);
    }
    return text.toString();
  }
}
