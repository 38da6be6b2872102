/**
 * The multi-key store: one entry a row, found by its id and by each unique key.
 *
 * <h2>Concurrency</h2>
 *
 * <p><b>What guards what.</b> The {@link EntryTable} from id to {@link Entry} is the truth. Every change of a row (install, replace, remove) happens inside that table's {@code compute} for the
 * id, so that steps on one row are serial; the key indexes and the eviction queues are changed only from inside it. Locks are taken in one order: the ticket, the id's {@link Stripe},
 * then one of the leaves: a stripe of a key's {@link KeyTable}, the {@link EvictionPolicy}'s lock, {@link Coverage}'s lock, or the bins of a ticket's own sets. Code under a leaf takes no
 * other lock. {@link Lists} and {@link Negatives} have a leaf lock each and are changed outside {@code compute}.
 *
 * <p><b>How the tables are read without a lock.</b> A part of an {@link OpenTable} is an array of places. A place goes one way only: it is free, then it is a key's, then that key is gone, for as long as the array is in use; it never becomes another
 * key's, nor free. A key that comes again takes a new place. Writers take turns by the part's {@link Stripe}; what they write they release, and readers acquire it. So:
 * <ul>
 * <li>A search that meets a free place may end: a key takes the first free place on its way, hence it stands before every place that is free, and what is passed on the way stays taken.</li>
 * <li>A key that stays, stays in its place, and is found in it; what is read there is its own entry, the one of now. By id ({@link EntrySlots}) an entry is read, and knows whose it is. By a key ({@link KeySlots}) the entry is written first, then the key, then the hash, which says that
 * the place is not free; the entry is taken out before the key is. Who finds the hash finds the key, and who finds the key its entry, or that it is gone.</li>
 * <li>When half of the places are taken, also by what is gone, the next writer copies what there is into another array and publishes that when it is complete. From then on nobody changes the old one: who began to read it before reads what was true at that
 * moment, which lies within his read. Neither a hit nor a miss needs to be checked or repeated, and nobody waits but the writers of this part.</li>
 * <li>Of keys that crowd around one home, as those with one hash do, no more than {@link Layout#FARTHEST} are searched; the next ones are in the table's overflow, a map of the JDK, which has trees for them. A key is in the array or in the overflow, and changes
 * from one to the other only after it was taken out. A search that does not find it in the array looks there, if there is anything; a key that is there stays
 * there until it is taken out. So a key that stays is found.</li>
 * <li>A {@link Walk} goes through the array that a part has when it comes there, so that it meets each key that stays once, wherever that stands later; it asks for the entry of now, in the array of now. The overflow comes last. It holds on to one part's array at a time.</li>
 * </ul>
 *
 * <p><b>How a reader stays right without a lock.</b> An entry is immutable but for its expiry, its stamp, its use counter and its links. Replacing or removing a row first kills
 * the old entry ({@code expiresAt = DEAD}, a volatile write), then changes the indexes, then the table. A reader through any path that has seen the new entry can thus never be
 * served the old one through another, and an entry in an index always carries the key it stands under: its snapshot never changes.
 *
 * <p><b>How an outdated load is kept out.</b> A {@link Ticket} is opened before the source is read. A change first marks every open ticket ({@link Tickets#observe}), then removes the row.
 * {@link Store#install} checks the ticket inside {@code compute}: a change whose mark it does not see has yet to run its removal, which waits for the stripe and removes what was installed. A change that may concern any row walks the table, which waits
 * for no stripe: so it takes each ticket's lock when it cancels it, and {@code install} holds that lock during its step. The same two steps,
 * under their own locks, keep outdated lists and negatives out ({@link Lists} also asks the ticket for each row of the list). Entries and tickets draw from one sequence: an entry stamped after a ticket was opened overlaps with its load, and the two are compared
 * (the newer version stays; without versions, and different, neither does). A row that leaves for another reason than a change marks the tickets it overlaps with, so that an older copy cannot follow it.
 * A copy that another process read may be older than every ticket, and the write that outdates it need not have been told yet; so {@link Departed} remembers the versions of rows that leave, for whatever reason, or are handed
 * out, and {@code install} compares such a copy with it, inside {@code compute}.
 *
 * <p><b>How a write that is under way is kept out.</b> From before its commit until its outcome is known, a write {@linkplain Tickets#block blocks} what it touched. The order that makes it airtight: the
 * change is added to the active blocks, every open ticket is marked, then the rows, lists and negatives are dropped; and a ticket is registered first and then takes over the active blocks. One of the two
 * sees the other, so that a load which may have read before the commit is never kept and never joined, each caller makes a load of its own. Nothing is put at the commit: after {@link Tickets#unblock} the next
 * load reads what is there. Opening a ticket under no block costs a look at an empty array, a hit costs nothing. The array is copied on change, under a leaf lock.
 *
 * <p><b>Which lists fall.</b> What a row carried before a write is never certain: who reads the row to write it may have read it before a bulk statement that raises no version. So a write tells the key values that
 * the row carries after it, and which lists the row leaves is found in the lists: {@link ListsByRow}, under the lock of {@link Lists}, knows those that hold it, and they fall with those of the values told. A list under way is
 * refused for a value told, and for a row in it that its ticket saw change: a load that read before the commit holds the row and is refused, one that read after it does not and is right. "No such row" ends for the values
 * told only: under the value that the row leaves it was never true before, and is after. What cannot be seen like that is whether a load under way, by a key's value, has read the row before it left that value. Such a load may
 * be kept, row by row, but nobody joins it any more ({@link Ticket#mayBeJoined}), unless every row that was written is a new one. The list of the whole table falls with every change and is in no index.
 *
 * <p><b>What is missing.</b> {@link Coverage} writes a row down as lost before it leaves, and a row that exists and may not come in, both inside {@code compute}; it is settled in the same way when it is known
 * not to exist. One that comes in is settled when readers can find it: sooner, and who sees that nothing is lost walks through a table that lacks it; and by the number of its loss, for it may have left again. Thus a table that a sync completed is whole again as soon as each row that left has come back. After a loss of all
 * only a sync that begins later can complete it, and finds by itself what left before it began: until then rows are not written down one by one. What a sync's ticket was not allowed to bring stays lost: it may have read before a write that is under way.
 *
 * <p><b>Rows from elsewhere.</b> A {@link Filling} is the way in for rows that were not read from the source. Its ticket takes in more than that of a load: each copy that leaves, whenever it came in, and each answer "no such
 * row". Its step under the ticket's lock and inside {@code compute} only ever puts a row where none is: it claims each key with {@code putIfAbsent}, and takes back what it claimed if another row was
 * faster. A row that is installed after such a claim displaces it, as it does any row. {@link Coverage} writes the row down as unverified in the same step; a sync that begins during such a step may miss the row in its sweep and its count, so it completes
 * nothing. The rows of an index that was cleared are not found by their key: an import does not see that the key belongs to one of them, until a load or the next full sync does.
 *
 * <p><b>How long.</b> {@link Lifetime} is asked when something comes in, under whatever lock that happens; a hit looks at the expiry that was written then. While other processes are not heard its answers are shorter: two volatile fields that are written by one thread and read by each. What
 * read the old value just before the change came in before it, as far as anybody can tell, and falls with what was there.
 *
 * <p><b>The bound.</b> Room is reserved in the policy before a row comes in; the victim is removed from the table before the reservation counts, so that no observer sees
 * more than {@code maxSize} rows.
 *
 * <p><b>User code</b> runs under none of these locks, with one exception that the JDK's maps force, and the comparison of two copies: the methods that values have. These are {@code equals} and
 * {@code hashCode} of ids, keys and attributes, {@code compareTo} of a version, and the constructor and accessors of an id class or embeddable id that can be changed. If one of them throws, or memory is short, while a row or a list is put in, nothing of
 * it stays, since a change would not find what is half put in: the row leaves, and its model is not known to be whole; of lists, all leave. The caller hears of it.
 */
@NullMarked
package io.turnkey.internal.store;

import org.jspecify.annotations.NullMarked;
