sala_search("p2","/3L6drV+705fk2I9Vw/s6oV/dWXP+tVZzX3esrf95VrbwXzm+7xv+7zX/1a/cz7XJv3qM//+o7+S9I6If/9ev/rN3B/iza0S3/9WlCqG+s7+uW")
