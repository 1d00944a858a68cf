-- Is the store itself well? The server looks after its own files.
SELECT 'ok' AS words
