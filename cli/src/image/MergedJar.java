import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One jar of the product's and all that it depends on. Before the program begins, a JVM with an AOT
 * cache works out, in Java code that is not compiled yet, the address of every jar that a cached
 * class came from; with one jar a cached answer takes two thirds of the time that it takes with its
 * four.
 *
 * <p>Of each class the form for this JVM is taken, so the result is not a multi-release jar, and
 * {@link RecordMethods} are written out. Service registrations are joined. Licences and notices
 * stay, each in {@code META-INF/licenses} under the name of its jar. The bytes depend on the
 * contents of the jars only.
 */
final class MergedJar {

  private static final String VERSIONS = "META-INF/versions/";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> entries = new TreeMap<>();

  private MergedJar() {}

  /**
   * Merges {@code jars} into {@code target}; the manifest is that of {@code product}, one of them.
   */
  static void write(Path target, List<Path> jars, Path product) throws IOException {
    MergedJar merged = new MergedJar();
    for (Path jar : jars) {
      merged.add(jar, jar.equals(product));
    }
    merged.write(target);
  }

  private void add(Path path, boolean product) throws IOException {
    try (JarFile jar = new JarFile(path.toFile(), false, JarFile.OPEN_READ, Runtime.version())) {
      ReachableClasses classes = ReachableClasses.of(jar, path.getFileName().toString());
      for (ZipEntry entry :
          (Iterable<ZipEntry>) jar.versionedStream().map(ZipEntry.class::cast)::iterator) {
        String name = name(entry, path, product);
        if (name != null && classes.contain(entry.getName())) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          add(name, name.endsWith(".class") ? RecordMethods.writtenOut(bytes) : bytes, path);
        }
      }
    }
  }

  /** The name that an entry gets; null when it stays out. */
  private static String name(ZipEntry entry, Path jar, boolean product) {
    String name = entry.getName();
    boolean description = name.endsWith("module-info.class") || name.startsWith("META-INF/maven/");
    if (entry.isDirectory() || description || name.startsWith(VERSIONS)) {
      return null;
    }
    if (name.equals(JarFile.MANIFEST_NAME)) {
      return product ? name : null;
    }
    boolean text = name.startsWith("META-INF/") && !name.startsWith("META-INF/services/");
    return text
        ? "META-INF/licenses/" + jar.getFileName() + name.substring("META-INF".length())
        : name;
  }

  private void add(String name, byte[] bytes, Path jar) throws IOException {
    byte[] before = entries.get(name);
    if (before == null) {
      entries.put(name, bytes);
    } else if (name.startsWith("META-INF/services/")) {
      ByteArrayOutputStream both = new ByteArrayOutputStream();
      both.writeBytes(before);
      both.write('\n');
      both.writeBytes(bytes);
      entries.put(name, both.toByteArray());
    } else if (!Arrays.equals(before, bytes)) {
      throw new IOException(jar + " has another " + name + " than a jar before it");
    }
  }

  private void write(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (OutputStream file = Files.newOutputStream(target);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      put(zip, JarFile.MANIFEST_NAME, entries.remove(JarFile.MANIFEST_NAME));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
