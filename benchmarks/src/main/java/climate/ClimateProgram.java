package climate;

import dev.deco.benchmarks.work.Parallel;
import dev.deco.benchmarks.work.Program;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The example {@link Climate} on its real data, as it is; size is how many rows of the globe, from its middle. */
public final class ClimateProgram implements Program<Climate.Grid, Map<Integer, Map<Integer, Double>>> {
  @Override
  public Climate.Grid input(int size, int grain, long seed) {
    try (InputStream in = ClimateProgram.class.getResourceAsStream("annual-precip.json")) {
      Climate.Grid globe = Climate.Grid.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      return size >= globe.rows() ? globe : globe.band((globe.rows() - size) / 2, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<Integer, Map<Integer, Double>> serial(Climate.Grid data) {
    return Climate.processDataSet(data);
  }

  /** Each row is a map that one thread fills. */
  @Override
  public Map<Integer, Map<Integer, Double>> byHand(Climate.Grid data, Parallel parallel, int cutoff) {
    var results = new TreeMap<Integer, Map<Integer, Double>>();
    for (int lat = 0; lat < data.rows(); lat++) {
      results.put(lat, new TreeMap<>());
    }
    parallel.each(data.rows(), cutoff, lat -> {
      var row = results.get(lat);
      for (int lon = 0; lon < data.columns(); lon++) {
        row.put(lon, Climate.processLatLon(lat, lon, data));
      }
    });
    return results;
  }
}
