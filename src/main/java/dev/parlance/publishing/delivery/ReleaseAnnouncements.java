package dev.parlance.publishing.delivery;

/**
 * Announcements of channel moves by any replica. The database sends them when a move commits ({@code Channels#add}). They are only a hint:
 * a replica that misses one sees the move in its next poll.
 */
public interface ReleaseAnnouncements {

    /** Calls back on each announcement by any replica, until the thread is interrupted. Reconnects when the connection is lost. */
    void subscribe(Runnable onAnnouncement);
}
