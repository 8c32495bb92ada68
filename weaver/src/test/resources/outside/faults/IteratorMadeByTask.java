import dev.deco.Concurrent;
import dev.deco.Synchronized;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An iterator over what lies deep in the receiver is made by a task; then the scope asks what it goes over. */
public class IteratorMadeByTask {
  static final class Shelf {
    final Map<Integer, Integer> map = new TreeMap<>();

    @Concurrent
    Iterator<Integer> iterator() {
      return map.values().iterator();
    }

    @Concurrent
    Collection<Integer> values() {
      return map.values();
    }

    @Concurrent
    int put(int key, int value) {
      map.put(key, value);
      return map.size();
    }
  }

  static final class Room {
    final Shelf shelf = new Shelf();

    @Concurrent
    Shelf shelf() {
      return shelf;
    }
  }

  static final class House {
    final List<Room> rooms = new ArrayList<>();

    Iterator<Room> iterator() {
      return rooms.iterator();
    }
  }

  private final House[] houses = {new House(), new House()};
  private final Shelf all = new Shelf();
  private int sizes;

  @Synchronized
  void copy(int house) {
    for (Iterator<Room> i = houses[house].iterator(); i.hasNext(); ) {
      Room room = i.next();
      for (Iterator<Integer> k = room.shelf().iterator(); k.hasNext(); ) {
        int value = k.next();
        sizes += all.put(value, value + 1);
      }
    }
  }

  @Synchronized
  void copyWhatIsLeft(int house) {
    for (Iterator<Room> i = houses[house].iterator(); i.hasNext(); ) {
      Iterator<Integer> k = i.next().shelf().map.values().iterator();
      for (int value = 0; k.hasNext(); value = k.next()) {
        sizes += all.put(value, value + 1);
      }
    }
  }

  @Synchronized
  void copyValues(int house) {
    for (Room room : houses[house].rooms) {
      Collection<Integer> values = room.shelf().values();
      for (int value : values) {
        sizes += all.put(value, value + 3);
      }
      Iterator<Integer> same = all.values().iterator();
      if (same.hasNext()) {
        sizes += same.next();
      }
    }
  }

  public static void main(String[] args) {
    IteratorMadeByTask town = new IteratorMadeByTask();
    for (int r = 0; r < 5; r++) {
      Room room = new Room();
      for (int k = 0; k < 4; k++) {
        room.shelf.map.put(r * 10 + k, r * k);
      }
      town.houses[1].rooms.add(room);
    }
    town.copy(0);
    town.copy(1);
    town.copyWhatIsLeft(1);
    town.copyValues(1);
    System.out.println(town.all.map + " " + town.sizes);
  }
}
