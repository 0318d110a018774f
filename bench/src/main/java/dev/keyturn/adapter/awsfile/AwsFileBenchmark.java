package dev.keyturn.adapter.awsfile;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit;
import dev.keyturn.adapter.awsfile.lint.AwsFileLint;
import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a file costs in memory, without the disk and without the start of a JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms2g", "-Xmx2g", "-Xmn1200m", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AwsFileBenchmark {

  /** How many profiles the file has, of four settings each. */
  @Param({"1000", "10000", "100000"})
  public int profiles;

  private byte[] bytes = {};
  private List<Change> change = List.of();

  /** Writes the file. */
  @Setup
  public void write() {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < profiles; index++) {
      text.append("[profile team-").append(index).append("]\n");
      text.append("role_arn = arn:aws:iam::123456789012:role/admin\n");
      text.append("source_profile = base\n# why\nregion = eu-west-1\nduration_seconds = 3600\n\n");
    }
    bytes = AwsFile.ofLatin1(text.toString()).bytes();
    change = List.of(new Change.Set("profile team-" + profiles / 2, "region", "eu-north-1"));
  }

  /** Reads every setting of the file. */
  @Benchmark
  public Object read() {
    return AwsFileReader.read(AwsFile.of(bytes), FileKind.CONFIG, "config", Encoding.CHECKED);
  }

  /** Sets one key in the middle of the file. */
  @Benchmark
  public Object set() {
    return AwsFileEdit.apply(AwsFile.of(bytes), FileKind.CONFIG, "config", change);
  }

  /** Looks for what SDKs and AWS CLI read differently. */
  @Benchmark
  public Object lint() {
    return AwsFileLint.of(AwsFile.of(bytes), FileKind.CONFIG, "config");
  }
}
