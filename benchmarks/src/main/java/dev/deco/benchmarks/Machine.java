package dev.deco.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and on what it was measured. */
record Machine(String processor, int cores, long megabytes, String system, String java) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");

  static Machine here() {
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(processor(system.getArch()), Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() >> 20, system.getName() + " " + system.getVersion(),
        System.getProperty("java.vm.name") + " " + Runtime.version() + ", " + System.getProperty("java.vendor"));
  }

  private static String processor(String otherwise) {
    if (!Files.isReadable(CPUINFO)) {
      return otherwise;
    }
    try (var lines = Files.lines(CPUINFO)) {
      return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst().orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  /** How many threads of this machine want to run, in the last minute's mean; negative where it is not known. */
  static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }
}
