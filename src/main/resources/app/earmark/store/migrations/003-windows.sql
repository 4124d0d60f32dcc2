-- Version 3: vectors of the windows of a clip, so that search can point at the moment. Null where the clip has one window,
-- which is the clip. They stand last in their row, so that reading a clip's own vector does not read them.
-- window_times: start and duration of each in seconds, little-endian float64; window_joint: little-endian float32.
alter table embedding add column window_times blob;
alter table embedding add column window_joint blob;
